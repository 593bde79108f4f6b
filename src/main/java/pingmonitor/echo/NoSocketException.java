package pingmonitor.echo;

import java.io.IOException;

/** The system has no socket to give, for want of file handles for instance: no news of any address. */
final class NoSocketException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param cause whose words are taken over
     */
    NoSocketException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
