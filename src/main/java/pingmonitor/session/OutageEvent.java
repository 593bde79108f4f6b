package pingmonitor.session;

/** What happened to a target, as its pings show. */
public sealed interface OutageEvent {
    /** The outage, as far as it is known now; its cause may become known later. */
    Outage outage();

    /** So many pings were lost in a row that it is an outage. */
    record Began(Outage outage) implements OutageEvent {}

    /**
     * The outage that began last is over.
     *
     * @param end why it is over
     * @param stillWaiting number of its pings that wait for their time-out, and may be counted as lost later
     */
    record Ended(Outage outage, OutageEnd end, long stillWaiting) implements OutageEvent {}
}
