package pingmonitor.router;

import java.io.IOException;
import java.util.Map;

/**
 * Where notes of permanent mappings are kept until they are removed, so that a crash leaves none open for ever. A note
 * is a few lines of text under a name of letters, digits and hyphens. Called on the forwarding's own thread.
 */
public interface MappingNotes {

    /** Keeps a note; it is on the disk when this returns. */
    void keep(String name, String note) throws IOException;

    /** Throws a note away; it need not be there. */
    void forget(String name) throws IOException;

    /** All notes by their names. */
    Map<String, String> all() throws IOException;
}
