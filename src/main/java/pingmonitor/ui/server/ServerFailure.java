package pingmonitor.ui.server;

import java.util.OptionalInt;

/** Why the server could not be started. */
public sealed interface ServerFailure {

    /** What was typed is no port. */
    record NoPort() implements ServerFailure {}

    /**
     * Another program has the port.
     *
     * @param port asked for
     * @param freePort one that was free at the time
     */
    record PortInUse(int port, OptionalInt freePort) implements ServerFailure {}

    /**
     * The system did not let it listen.
     *
     * @param port asked for
     * @param detail what the system said
     */
    record Refused(int port, String detail) implements ServerFailure {}

    /** It ran, and ended without being asked to. */
    record Ended() implements ServerFailure {}
}
