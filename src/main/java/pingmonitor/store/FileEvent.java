package pingmonitor.store;

import java.util.Optional;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.StatisticsState;

/** What stands in a run's file between the pings. */
sealed interface FileEvent {
    /** An event of the run that is about no ping. */
    record OfRun(PingEvent event) implements FileEvent {}

    /**
     * The wall time that belongs to the time of the run from a moment on.
     *
     * @param fromMicros time since the run began
     * @param zeroMicros wall time of the run's zero, in microseconds since 1970
     * @param offsetSeconds of the local time from UTC
     */
    record Era(long fromMicros, long zeroMicros, int offsetSeconds) implements FileEvent {}

    /** Numbers that no ping has. */
    record Skipped(long firstSequence, long count) implements FileEvent {}

    /** The length of a request that is not what the plan makes it. */
    record SentBytes(long sequence, int bytes) implements FileEvent {}

    /**
     * The figures up to here.
     *
     * @param lastSequence number of the ping that was sent last
     */
    record Checkpoint(long lastSequence, StatisticsState figures) implements FileEvent {}

    /** What the person said of the run; each holds until the next of its kind. */
    record Label(Field field, String text) implements FileEvent {
        /** What was said. */
        enum Field {
            NAME(1),
            NOTE(2),
            PINNED(3);

            private final int code;

            Field(int code) {
                this.code = code;
            }

            int code() {
                return code;
            }

            static Optional<Field> of(int code) {
                for (Field field : values()) {
                    if (field.code == code) {
                        return Optional.of(field);
                    }
                }
                return Optional.empty();
            }
        }
    }

    /** Something of a newer version. */
    record Unknown(int type) implements FileEvent {}
}
