package pingmonitor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.session.PingRow;

/** Makes the entries of the journal of the slots of a block. Not thread-safe. */
final class JournalReader implements SlotVisitor {
    private final Eras eras;
    private final int messageBytes;
    private final LongFunction<Optional<PingRow>> rows;
    private final List<PingEvent> entries = new ArrayList<>();
    private final List<Optional<KeptReply>> replies = new ArrayList<>();
    private final List<Optional<Problem>> problems = new ArrayList<>();

    /**
     * @param rows the row of a ping of another block
     */
    JournalReader(Eras eras, int messageBytes, LongFunction<Optional<PingRow>> rows) {
        this.eras = eras;
        this.messageBytes = messageBytes;
        this.rows = rows;
    }

    List<PingEvent> entries() {
        return entries;
    }

    @Override
    public void reply(int link, KeptReply reply) {
        put(replies, link, reply);
    }

    @Override
    public void problem(int link, KeptProblem problem) {
        put(problems, link, problem.problem());
    }

    @Override
    public void ping(
            SlotKind kind, int refusal, long sequence, long sentMicros, long value, int link) {
        switch (kind) {
            case PING_REPLIED ->
                    entries.add(
                            new PingEvent.Replied(
                                    sequence, value, reply(sequence, sentMicros, link)));
            case PING_TIMED_OUT -> entries.add(new PingEvent.TimedOut(sequence));
            case PING_CANCELLED -> entries.add(new PingEvent.Cancelled(sequence));
            case PING_UNREACHABLE -> entries.add(unreachable(sequence, value, refusal));
            case PING_SEND_FAILED ->
                    entries.add(
                            new PingEvent.SendFailed(
                                    sequence,
                                    eras.at(sentMicros),
                                    sentMicros * 1_000,
                                    get(problems, link)
                                            .orElse(Problem.of(Problem.Kind.OTHER, ""))));
            default -> {
                // That a ping was sent is no entry.
            }
        }
    }

    @Override
    public void change(SlotKind kind, int detail, long sequence, long value, int link) {
        switch (kind) {
            case REPLIED ->
                    entries.add(new PingEvent.Replied(sequence, value, reply(sequence, link)));
            case LATE -> entries.add(new PingEvent.Late(sequence, value, reply(sequence, link)));
            case DUPLICATE ->
                    entries.add(new PingEvent.Duplicate(sequence, value, reply(sequence, link)));
            case TIMED_OUT -> entries.add(new PingEvent.TimedOut(sequence));
            case CANCELLED -> entries.add(new PingEvent.Cancelled(sequence));
            case UNREACHABLE -> entries.add(unreachable(sequence, value, detail));
            default -> {
                // No entry.
            }
        }
    }

    @Override
    public void event(FileEvent event, int slot) {
        if (event instanceof FileEvent.OfRun ofRun) {
            entries.add(ofRun.event());
        }
    }

    private static PingEvent unreachable(long sequence, long afterNanos, int refusal) {
        return new PingEvent.Unreachable(
                sequence,
                afterNanos,
                FileCodes.REFUSALS.word(refusal).orElse(PingEvent.Refusal.PORT));
    }

    private Reply reply(long sequence, long sentMicros, int link) {
        KeptReply kept = get(replies, link).orElse(KeptReply.LOST);
        return reply(kept, new ReplyTemplate(sequence, eras.at(sentMicros)));
    }

    private Reply reply(long sequence, int link) {
        KeptReply kept = get(replies, link).orElse(KeptReply.LOST);
        if (kept.isAlone()) {
            return kept.reply();
        }
        return rows.apply(sequence)
                .map(row -> reply(kept, new ReplyTemplate(sequence, row.sentAt())))
                .orElseGet(KeptReply.LOST::reply);
    }

    private Reply reply(KeptReply kept, ReplyTemplate request) {
        return kept.reply(request, RecentPings.plannedBytes(request, messageBytes));
    }

    private static <T> void put(List<Optional<T>> list, int link, T what) {
        while (list.size() <= link) {
            list.add(Optional.empty());
        }
        list.set(link, Optional.of(what));
    }

    private static <T> Optional<T> get(List<Optional<T>> list, int link) {
        return link < list.size() ? list.get(link) : Optional.empty();
    }
}
