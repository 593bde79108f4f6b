package pingmonitor.diagnosis;

/** The lossy server of the program that pings, at the moment when a run is judged. */
public sealed interface OwnServer {

    /** There is none to be switched on: the pings leave from a terminal. */
    record None() implements OwnServer {}

    /** It is there, and does not listen. */
    record Off() implements OwnServer {}

    /**
     * It listens at all addresses of this machine.
     *
     * @param port from 1 to 65535
     */
    record On(int port) implements OwnServer {}
}
