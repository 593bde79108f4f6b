package pingmonitor.router;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes once through a document and tells of its leaves. */
final class LeafWalk {
    /** Descriptions of routers are about 10 deep. */
    private static final int DEEPEST = 64;

    private final SafeXml.Leaves leaves;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isLeaf;

    LeafWalk(SafeXml.Leaves leaves) {
        this.leaves = leaves;
    }

    void through(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("no document type is allowed");
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
    }

    private void start(String name) throws XMLStreamException {
        if (open.size() == DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        open.push(name);
        text.setLength(0);
        isLeaf = true;
    }

    private void end() {
        String name = open.pop();
        if (isLeaf) {
            String parent = open.isEmpty() ? "" : open.peek();
            leaves.leaf(parent, name, text.toString().strip());
        }
        isLeaf = false;
    }
}
