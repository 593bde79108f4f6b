package pingmonitor.discovery;

/** What became of an announcement. */
public sealed interface AnnouncementState {

    /** It is being prepared, or the network has not confirmed its name for some time. */
    record Beginning() implements AnnouncementState {}

    /**
     * It stands.
     *
     * @param name the announced one; it differs from the requested name if that is taken in the network
     */
    record Announced(String name) implements AnnouncementState {}

    /**
     * No other machine can receive it now. It begins as soon as one can.
     *
     * @param why {@link MulticastReach#NO_NETWORK} or {@link MulticastReach#BLOCKED}
     */
    record Unheard(MulticastReach why) implements AnnouncementState {}
}
