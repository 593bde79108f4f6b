package pingmonitor.cli;

import java.util.List;

/** The command cannot be carried out as given; the message is the line to show. */
final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> more;

    CommandFailedException(String line) {
        this(line, List.of());
    }

    /**
     * @param more lines to show below
     */
    CommandFailedException(String line, List<String> more) {
        super(line);
        this.more = more;
    }

    List<String> more() {
        return more;
    }
}
