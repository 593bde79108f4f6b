package pingmonitor.ui.server;

/** Whether the lossy server runs. */
public sealed interface ServerState {

    /** It does not. */
    record Off() implements ServerState {}

    /** Its sockets are being opened. */
    record Starting() implements ServerState {}

    /**
     * It listens.
     *
     * @param port in use
     */
    record On(int port) implements ServerState {}

    /** Its sockets are being closed. */
    record Stopping() implements ServerState {}

    /** It could not be started. */
    record Failed(ServerFailure failure) implements ServerState {}

    /** Whether it runs or is about to: what a switch shows. */
    default boolean wanted() {
        return this instanceof On || this instanceof Starting;
    }
}
