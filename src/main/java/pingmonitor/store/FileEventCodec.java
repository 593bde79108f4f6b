package pingmonitor.store;

import java.nio.ByteBuffer;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.ping.SelectivePingVisitor;
import pingmonitor.session.StatisticsState;

/** The bytes of what stands between the pings. */
final class FileEventCodec {
    private static final int STARTED = 1;
    private static final int MISSED = 2;
    private static final int STALLED = 3;
    private static final int MAPPED_ADDRESS = 4;
    private static final int RECEIVE_FAILED = 5;
    private static final int FOREIGN = 6;
    private static final int FAILED = 7;
    private static final int FINISHED = 8;
    private static final int ERA = 9;
    private static final int SKIPPED = 10;
    private static final int SENT_BYTES = 11;
    private static final int CHECKPOINT = 12;
    private static final int LABEL = 13;

    /** Length of a checkpoint. */
    static final int CHECKPOINT_BYTES = Long.BYTES + StatisticsState.BYTES;

    /**
     * An event in bytes.
     *
     * @param type what the bytes are
     */
    record Encoded(int type, byte[] bytes) {}

    private FileEventCodec() {}

    static Encoded encode(FileEvent event) {
        FileBytes to = new FileBytes();
        if (event instanceof FileEvent.OfRun ofRun) {
            int type = ofRun.event().accept(new EventWriter(to));
            return new Encoded(type, to.written());
        } else if (event instanceof FileEvent.Era era) {
            to.putLong(era.fromMicros()).putLong(era.zeroMicros()).putInt(era.offsetSeconds());
            return new Encoded(ERA, to.written());
        } else if (event instanceof FileEvent.Skipped skipped) {
            to.putLong(skipped.firstSequence()).putLong(skipped.count());
            return new Encoded(SKIPPED, to.written());
        } else if (event instanceof FileEvent.SentBytes sent) {
            to.putLong(sent.sequence()).putInt(sent.bytes());
            return new Encoded(SENT_BYTES, to.written());
        } else if (event instanceof FileEvent.Checkpoint checkpoint) {
            ByteBuffer state = Slot.buffer(CHECKPOINT_BYTES);
            state.putLong(checkpoint.lastSequence());
            checkpoint.figures().write(state);
            return new Encoded(CHECKPOINT, state.array());
        } else if (event instanceof FileEvent.Label label) {
            to.put(label.field().code()).put(label.text());
            return new Encoded(LABEL, to.written());
        }
        throw new IllegalArgumentException(event.toString());
    }

    static FileEvent decode(int type, ByteBuffer bytes) throws DamagedFileException {
        FileBytes from = new FileBytes(bytes);
        return switch (type) {
            case STARTED -> ofRun(new PingEvent.Started(from.getAddress(), from.getInstant()));
            case MISSED ->
                    ofRun(
                            new PingEvent.Missed(
                                    from.getLong(),
                                    from.getLong(),
                                    from.getInstant(),
                                    from.getLong()));
            case STALLED ->
                    ofRun(new PingEvent.Stalled(from.getInstant(), from.getLong(), from.getLong()));
            case MAPPED_ADDRESS ->
                    ofRun(
                            new PingEvent.MappedAddress(
                                    from.getAddress(), from.getAddress(), from.getInstant()));
            case RECEIVE_FAILED ->
                    ofRun(new PingEvent.ReceiveFailed(from.getInstant(), KeptProblem.get(from)));
            case FOREIGN -> ofRun(new PingEvent.Foreign(reply(from)));
            case FAILED -> ofRun(new PingEvent.Failed(KeptProblem.get(from)));
            case FINISHED ->
                    ofRun(
                            new PingEvent.Finished(
                                    FileCodes.OUTCOMES
                                            .word(from.get())
                                            .orElse(PingEvent.Outcome.STOPPED),
                                    from.getInstant()));
            case ERA -> new FileEvent.Era(from.getLong(), from.getLong(), from.getInt());
            case SKIPPED -> new FileEvent.Skipped(from.getLong(), from.getLong());
            case SENT_BYTES -> new FileEvent.SentBytes(from.getLong(), from.getInt());
            case CHECKPOINT -> checkpoint(bytes);
            case LABEL -> label(from.get(), from.getText());
            default -> new FileEvent.Unknown(type);
        };
    }

    private static FileEvent ofRun(PingEvent event) {
        return new FileEvent.OfRun(event);
    }

    private static FileEvent checkpoint(ByteBuffer bytes) throws DamagedFileException {
        if (bytes.remaining() < CHECKPOINT_BYTES) {
            throw new DamagedFileException("figures of " + bytes.remaining() + " bytes");
        }
        return new FileEvent.Checkpoint(bytes.getLong(), StatisticsState.read(bytes));
    }

    private static FileEvent label(int field, String text) {
        return FileEvent.Label.Field.of(field)
                .<FileEvent>map(known -> new FileEvent.Label(known, text))
                .orElseGet(() -> new FileEvent.Unknown(LABEL));
    }

    private static Reply reply(FileBytes from) throws DamagedFileException {
        return new Reply(
                from.getText(),
                from.getInt(),
                from.getAddress(),
                FileCodes.MATCHES.word(from.get()).orElse(ReplyMatch.UNNAMED));
    }

    /** Writes the events that are about no ping; the type of what it wrote. */
    private static final class EventWriter implements SelectivePingVisitor<Integer> {
        private final FileBytes to;

        EventWriter(FileBytes to) {
            this.to = to;
        }

        @Override
        public Integer ignored(PingEvent event) {
            throw new IllegalArgumentException(event.toString());
        }

        @Override
        public Integer started(PingEvent.Started event) {
            to.put(event.remote()).put(event.at());
            return STARTED;
        }

        @Override
        public Integer missed(PingEvent.Missed event) {
            to.putLong(event.beforeSequence()).putLong(event.slots());
            to.put(event.at()).putLong(event.runNanos());
            return MISSED;
        }

        @Override
        public Integer stalled(PingEvent.Stalled event) {
            to.put(event.at()).putLong(event.runNanos()).putLong(event.leastNanos());
            return STALLED;
        }

        @Override
        public Integer mappedAddress(PingEvent.MappedAddress event) {
            to.put(event.endpoint()).put(event.local()).put(event.at());
            return MAPPED_ADDRESS;
        }

        @Override
        public Integer receiveFailed(PingEvent.ReceiveFailed event) {
            to.put(event.at());
            problem(event.problem());
            return RECEIVE_FAILED;
        }

        @Override
        public Integer foreign(PingEvent.Foreign event) {
            Reply reply = event.datagram();
            to.put(reply.text()).putInt(reply.bytes()).put(reply.from());
            to.put(FileCodes.MATCHES.code(reply.match()));
            return FOREIGN;
        }

        @Override
        public Integer failed(PingEvent.Failed event) {
            problem(event.problem());
            return FAILED;
        }

        @Override
        public Integer finished(PingEvent.Finished event) {
            to.put(FileCodes.OUTCOMES.code(event.outcome())).put(event.at());
            return FINISHED;
        }

        private void problem(Problem problem) {
            KeptProblem.put(to, problem);
        }
    }
}
