package pingmonitor.ui.app;

/** The window could not be opened, and the person was told of it. */
final class StartFailedException extends RuntimeException {
    StartFailedException(Throwable cause) {
        super(cause);
    }
}
