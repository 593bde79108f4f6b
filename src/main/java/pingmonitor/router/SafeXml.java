package pingmonitor.router;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of strangers: without document types, so without entities of their own, and nothing is fetched. */
final class SafeXml {
    private SafeXml() {}

    /** What is called for each element that has only text in it, in order. */
    @FunctionalInterface
    interface Leaves {
        /**
         * @param parent the element around it, without prefix, or empty for the outermost
         * @param name its own name, without prefix
         * @param text what is in it, stripped
         */
        void leaf(String parent, String name, String text);
    }

    /**
     * Tells of all elements that have only text in them.
     *
     * @throws XMLStreamException when it is no XML, or declares a document type
     */
    static void leaves(byte[] document, Leaves leaves) throws XMLStreamException {
        // UPnP is UTF-8. Of other bytes the JDK's reader would complain on stderr.
        String text = new String(document, StandardCharsets.UTF_8);
        String withoutMark = text.startsWith("\ufeff") ? text.substring(1) : text;
        XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(withoutMark));
        try {
            new LeafWalk(leaves).through(reader);
        } catch (RuntimeException e) {
            // The JDK's reader stumbles over some broken documents.
            throw new XMLStreamException(e);
        } finally {
            reader.close();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing is fetched");
                });
        return factory;
    }

    /** Goes once through a document and tells of its leaves. */
    private static final class LeafWalk {
        /** Descriptions of routers are about 10 deep. */
        private static final int MAX_DEPTH = 64;

        private final Leaves leaves;
        private final Deque<String> open = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private boolean isLeaf;

        LeafWalk(Leaves leaves) {
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
            if (open.size() == MAX_DEPTH) {
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
}
