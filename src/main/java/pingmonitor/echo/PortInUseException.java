package pingmonitor.echo;

import java.net.BindException;
import java.util.OptionalInt;

/** The port belongs to another program. */
public final class PortInUseException extends BindException {
    private static final long serialVersionUID = 1L;

    private final int port;
    private final int freePort;

    PortInUseException(int port, OptionalInt freePort) {
        super("UDP port " + port + " is in use");
        this.port = port;
        this.freePort = freePort.orElse(0);
    }

    public int port() {
        return port;
    }

    /** The next port that was free at the time, if one was found. */
    public OptionalInt freePort() {
        return freePort == 0 ? OptionalInt.empty() : OptionalInt.of(freePort);
    }
}
