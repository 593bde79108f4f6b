package pingmonitor.cli;

/** The command cannot be carried out as given; the message is the line to show. */
final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailedException(String line) {
        super(line);
    }
}
