package pingmonitor.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.Session;
import pingmonitor.session.Statistics;
import pingmonitor.session.StatisticsState;

/**
 * Counts on from the latest figures in a file that was cut off: what stands behind them is folded into a session as it
 * happened.
 */
final class FiguresReplay implements SlotVisitor {
    /** Pings before the figures of which something may become known behind them; as many as a live session knows. */
    private static final int ROWS_BEFORE = 8_000;

    /** No figure asks who sent a reply. */
    private static final InetSocketAddress ANYBODY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private final KeptRows latest;
    private final Eras eras;
    private final int messageBytes;
    private final Session session;
    private final List<Optional<KeptReply>> links = new ArrayList<>();
    private long lastSent;

    private FiguresReplay(
            RunFile file, FileEvent.Checkpoint from, KeptRows before, KeptRows latest) {
        PingPlan plan = file.header().plan();
        this.latest = latest;
        this.eras = file.index().eras();
        this.messageBytes = plan.messageBytes();
        this.lastSent = from.lastSequence();
        List<PingRow> rows = new ArrayList<>();
        for (int i = 0; i < before.count(); i++) {
            if (before.has(i)) {
                rows.add(before.row(i, eras, messageBytes));
            } else if (latest.has(i)) {
                rows.add(waiting(i));
            }
        }
        this.session = Session.resumed(plan, from.figures(), rows);
    }

    /** The figures of all that stands in a file. */
    static Statistics of(RunFile file) throws IOException {
        RunIndex index = file.index();
        FileEvent.Checkpoint from = checkpoint(file);
        int block = Math.max(0, index.checkpointBlock());
        int slot = Math.max(0, index.checkpointSlot());
        if (isLast(file, block, slot)) {
            return from.figures().figures();
        }
        long first = Math.max(1, from.lastSequence() - ROWS_BEFORE + 1);
        KeptRows before = new KeptRows(first, from.lastSequence());
        if (index.checkpointBlock() >= 0) {
            for (int each : file.reader().blocksOf(first, from.lastSequence())) {
                if (each <= block) {
                    before.beginBlock();
                    int end = each == block ? slot : Integer.MAX_VALUE;
                    file.reader().read(each, before, 0, end);
                }
            }
        }
        KeptRows latest = file.reader().rows(first, index.lastSequence());
        FiguresReplay replay = new FiguresReplay(file, from, before, latest);
        for (int each = block; each < index.blocks(); each++) {
            replay.links.clear();
            file.reader().read(each, replay, each == block ? slot : 0, Integer.MAX_VALUE);
        }
        return replay.session.statistics();
    }

    private static FileEvent.Checkpoint checkpoint(RunFile file) throws IOException {
        List<FileEvent.Checkpoint> found = new ArrayList<>();
        if (file.index().checkpointBlock() >= 0) {
            file.reader()
                    .read(
                            file.index().checkpointBlock(),
                            new SlotVisitor() {
                                @Override
                                public void event(FileEvent event, int slot) {
                                    if (event instanceof FileEvent.Checkpoint checkpoint) {
                                        found.add(checkpoint);
                                    }
                                }
                            });
        }
        return found.isEmpty()
                ? new FileEvent.Checkpoint(0, StatisticsState.initial())
                : found.get(found.size() - 1);
    }

    /** Whether nothing stands behind the figures. */
    private static boolean isLast(RunFile file, int block, int slot) {
        int data = Slot.dataSlots(FileEventCodec.CHECKPOINT_BYTES);
        boolean endsBlock = slot + 1 + data >= file.index().slots(block);
        return file.index().checkpointBlock() >= 0
                && (block > file.index().latestNews()
                        || block == file.index().latestNews() && endsBlock);
    }

    private PingRow waiting(int index) {
        PingRow row = latest.row(index, eras, messageBytes);
        return new PingRow(
                row.sequence(),
                row.sentAt(),
                row.sentNanos(),
                row.sentBytes(),
                PingState.WAITING,
                OptionalLong.empty(),
                Optional.empty(),
                0,
                OptionalLong.empty(),
                Optional.empty());
    }

    @Override
    public void reply(int link, KeptReply reply) {
        while (links.size() <= link) {
            links.add(Optional.empty());
        }
        links.set(link, Optional.of(reply));
    }

    @Override
    public void ping(
            SlotKind kind, int refusal, long sequence, long sentMicros, long value, int link) {
        if (kind == SlotKind.PING_SEND_FAILED) {
            sendThrough(sequence - 1);
            lastSent = sequence;
            apply(
                    new PingEvent.SendFailed(
                            sequence,
                            eras.at(sentMicros),
                            sentMicros * 1_000,
                            Problem.of(Problem.Kind.OTHER, "")));
            return;
        }
        sendThrough(sequence);
        switch (kind) {
            case PING_REPLIED -> apply(new PingEvent.Replied(sequence, value, reply(link)));
            case PING_TIMED_OUT -> apply(new PingEvent.TimedOut(sequence));
            case PING_CANCELLED -> apply(new PingEvent.Cancelled(sequence));
            case PING_UNREACHABLE -> apply(unreachable(sequence, value, refusal));
            default -> {
                // Still waits.
            }
        }
    }

    @Override
    public void change(SlotKind kind, int detail, long sequence, long value, int link) {
        switch (kind) {
            case REPLIED -> apply(new PingEvent.Replied(sequence, value, reply(link)));
            case TIMED_OUT -> apply(new PingEvent.TimedOut(sequence));
            case CANCELLED -> apply(new PingEvent.Cancelled(sequence));
            case LATE -> apply(new PingEvent.Late(sequence, value, reply(link)));
            case UNREACHABLE -> apply(unreachable(sequence, value, detail));
            case HELD_UP -> apply(new PingEvent.HeldUp(sequence, value));
            case DUPLICATE -> apply(new PingEvent.Duplicate(sequence, value, reply(link)));
            case DUPLICATES -> {
                for (long i = 0; i < value; i++) {
                    apply(new PingEvent.Duplicate(sequence, 0, reply(link)));
                }
            }
            default -> {
                // Nothing that counts.
            }
        }
    }

    @Override
    public void verdicts(int code, long sequence, long pings) {
        FileCodes.PLACES
                .word(code)
                .ifPresent(
                        place -> {
                            for (int bit = 0; bit <= SlotVisitor.lastBit(pings); bit++) {
                                if ((pings >>> bit & 1) != 0) {
                                    apply(new PingEvent.Verdict(sequence + bit, place));
                                }
                            }
                        });
    }

    @Override
    public void foreigns(long count) {
        for (long i = 0; i < count; i++) {
            apply(new PingEvent.Foreign(reply(0)));
        }
    }

    @Override
    public void event(FileEvent event, int slot) {
        if (event instanceof FileEvent.OfRun ofRun) {
            apply(ofRun.event());
        }
    }

    /** Several may be under way, and one that was sent later may have its slot earlier. */
    private void sendThrough(long sequence) {
        for (long each = lastSent + 1; each <= sequence; each++) {
            int index = latest.indexOf(each);
            if (index >= 0 && latest.has(index)) {
                PingRow row = waiting(index);
                apply(new PingEvent.Sent(each, row.sentAt(), row.sentNanos(), row.sentBytes()));
            }
        }
        lastSent = Math.max(lastSent, sequence);
    }

    private static PingEvent.Unreachable unreachable(long sequence, long afterNanos, int refusal) {
        return new PingEvent.Unreachable(
                sequence,
                afterNanos,
                FileCodes.REFUSALS.word(refusal).orElse(PingEvent.Refusal.PORT));
    }

    private Reply reply(int link) {
        ReplyMatch match =
                link < links.size()
                        ? links.get(link).map(KeptReply::match).orElse(ReplyMatch.VERIFIED)
                        : ReplyMatch.VERIFIED;
        return new Reply("", 0, ANYBODY, match);
    }

    /** What is about a ping that is not known any more, or that a damaged slot told, counts as nothing. */
    private void apply(PingEvent event) {
        try {
            session.apply(event);
        } catch (IllegalStateException unknownPing) {
            return;
        }
    }
}
