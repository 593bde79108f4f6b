package pingmonitor.ping;

/** Handles the kinds of events that it overrides, and ignores every other, also those that are yet to be invented. */
public interface SelectivePingVisitor<R> extends PingEvent.Visitor<R> {
    /** The answer to an event that is ignored. */
    R ignored(PingEvent event);

    @Override
    default R started(PingEvent.Started event) {
        return ignored(event);
    }

    @Override
    default R sent(PingEvent.Sent event) {
        return ignored(event);
    }

    @Override
    default R replied(PingEvent.Replied event) {
        return ignored(event);
    }

    @Override
    default R timedOut(PingEvent.TimedOut event) {
        return ignored(event);
    }

    @Override
    default R late(PingEvent.Late event) {
        return ignored(event);
    }

    @Override
    default R duplicate(PingEvent.Duplicate event) {
        return ignored(event);
    }

    @Override
    default R unreachable(PingEvent.Unreachable event) {
        return ignored(event);
    }

    @Override
    default R sendFailed(PingEvent.SendFailed event) {
        return ignored(event);
    }

    @Override
    default R cancelled(PingEvent.Cancelled event) {
        return ignored(event);
    }

    @Override
    default R missed(PingEvent.Missed event) {
        return ignored(event);
    }

    @Override
    default R stalled(PingEvent.Stalled event) {
        return ignored(event);
    }

    @Override
    default R heldUp(PingEvent.HeldUp event) {
        return ignored(event);
    }

    @Override
    default R verdict(PingEvent.Verdict event) {
        return ignored(event);
    }

    @Override
    default R mappedAddress(PingEvent.MappedAddress event) {
        return ignored(event);
    }

    @Override
    default R receiveFailed(PingEvent.ReceiveFailed event) {
        return ignored(event);
    }

    @Override
    default R foreign(PingEvent.Foreign event) {
        return ignored(event);
    }

    @Override
    default R failed(PingEvent.Failed event) {
        return ignored(event);
    }

    @Override
    default R finished(PingEvent.Finished event) {
        return ignored(event);
    }
}
