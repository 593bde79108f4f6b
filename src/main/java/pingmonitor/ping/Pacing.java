package pingmonitor.ping;

import java.time.Duration;

/** When the pings of a run leave. */
public sealed interface Pacing {

    /** What a person finds at first: the lab's stop-and-wait with a pause of 200 ms. */
    Pacing DEFAULT = new StopAndWait(StopAndWait.DEFAULT_PAUSE);

    /**
     * As in the lab: the next ping leaves when the last one is answered or lost, never two at a time.
     *
     * @param pause from the settling of one ping to the sending of the next, 0 to {@link #MAX_PAUSE}
     */
    record StopAndWait(Duration pause) implements Pacing {
        public static final Duration DEFAULT_PAUSE = Duration.ofMillis(200);
        public static final Duration MAX_PAUSE = Duration.ofHours(24);

        public StopAndWait {
            within(Duration.ZERO, pause, MAX_PAUSE);
        }
    }

    /**
     * At a beat that no reply changes: slot k is at start + k · interval, and each slot takes one ping. A slot that
     * passes unused, because this machine stood still, is missed and never made up for.
     *
     * @param interval from one slot to the next, {@link #MIN_INTERVAL} to {@link #MAX_INTERVAL}
     */
    record FixedRate(Duration interval) implements Pacing {
        public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(1);

        /** A thousand a second: what one client may send to our server, and what a machine can keep to. */
        public static final Duration MIN_INTERVAL = Duration.ofMillis(1);

        public static final Duration MAX_INTERVAL = Duration.ofHours(24);

        public FixedRate {
            within(MIN_INTERVAL, interval, MAX_INTERVAL);
        }
    }

    private static void within(Duration least, Duration value, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(value + " is not within " + least + " and " + most);
        }
    }
}
