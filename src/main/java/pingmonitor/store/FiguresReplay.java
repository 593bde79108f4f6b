package pingmonitor.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import pingmonitor.ping.Pacing;
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

    /** The same of the pings behind the figures, besides those that wait: a damaged file may have many. */
    private static final int MAX_ROWS_BEHIND = 1 << 17;

    private static final int CHECKPOINT_SLOTS = Slot.dataSlots(FileEventCodec.CHECKPOINT_BYTES);

    /** No figure asks who sent a reply. */
    private static final InetSocketAddress ANYBODY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    /** Rows that are read at once. */
    private static final int PAGE_ROWS = 1 << 13;

    private static final Set<PingState> WITHOUT_REPLY =
            EnumSet.of(PingState.WAITING, PingState.TIMED_OUT, PingState.UNREACHABLE);

    private final KeptPages pages;
    private final Eras eras;
    private final Session session;
    private final List<Optional<KeptReply>> links = new ArrayList<>();
    private long lastSent;

    /**
     * Figures in a file.
     *
     * @param block where they stand
     * @param slot the first of the block that is not in them
     */
    private record Beginning(FileEvent.Checkpoint figures, int block, int slot) {}

    private FiguresReplay(RunFile file, KeptPages pages, Beginning from) throws IOException {
        PingPlan plan = file.header().plan();
        this.pages = pages;
        this.eras = file.index().eras();
        this.lastSent = from.figures().lastSequence();
        this.session =
                Session.resumed(
                        plan, from.figures().figures(), rowsBefore(file, from), MAX_ROWS_BEHIND);
    }

    /** The figures of all that stands in a file: of what is damaged only those that were counted before. */
    static Statistics of(RunFile file, KeptPages pages) throws IOException {
        RunIndex index = file.index();
        Beginning from = beginning(file);
        int last = index.blocks() - 1;
        Statistics figures = from.figures().figures().figures();
        boolean isLast =
                from.block() > index.latestNews()
                        || from.block() == index.latestNews()
                                && from.slot() >= index.slots(from.block());
        if (isLast && figures.inFlight() == 0) {
            return figures;
        }
        FiguresReplay replay = new FiguresReplay(file, pages, from);
        for (int each = from.block(); each <= last; each++) {
            replay.links.clear();
            int slot = each == from.block() ? from.slot() : 0;
            file.reader().read(each, replay, slot, Integer.MAX_VALUE);
        }
        replay.withoutUnwritten(file);
        return replay.session.statistics();
    }

    /** A ping that was under way when the program ended, and has no slot, is in the figures before it: it has no row. */
    private void withoutUnwritten(RunFile file) {
        Statistics figures = session.statistics();
        long unwritten = figures.sent() + figures.sendFailed() - pages.rowCount();
        if (!file.isDamaged() && unwritten > 0 && unwritten <= figures.inFlight()) {
            session.forgetUnderWay(unwritten);
        }
    }

    /** The latest figures that can be read; none of a file without any. */
    private static Beginning beginning(RunFile file) throws IOException {
        List<RunIndex.Checkpoint> places = file.index().checkpoints();
        for (int i = places.size() - 1; i >= 0; i--) {
            RunIndex.Checkpoint place = places.get(i);
            List<Beginning> found = new ArrayList<>();
            file.reader()
                    .read(
                            place.block(),
                            new SlotVisitor() {
                                @Override
                                public void event(FileEvent event, int slot) {
                                    if (event instanceof FileEvent.Checkpoint figures) {
                                        int end = slot + 1 + CHECKPOINT_SLOTS;
                                        found.add(new Beginning(figures, place.block(), end));
                                    }
                                }
                            });
            if (!found.isEmpty()) {
                return found.get(found.size() - 1);
            }
        }
        return new Beginning(new FileEvent.Checkpoint(0, StatisticsState.initial()), 0, 0);
    }

    /** The rows at the moment of some figures: the latest, and those of which more may become known. */
    private static List<PingRow> rowsBefore(RunFile file, Beginning from) throws IOException {
        PingPlan plan = file.header().plan();
        long last = Math.min(from.figures().lastSequence(), file.index().lastSequence());
        long latest = Math.max(1, last - ROWS_BEFORE + 1);
        List<PingRow> rows = new ArrayList<>();
        for (long first = Math.max(1, latest - underWay(plan)); first <= last; first += PAGE_ROWS) {
            KeptRows before = new KeptRows(first, Math.min(last, first + PAGE_ROWS - 1));
            KeptRows now = file.reader().rows(first, before.sequence(before.count() - 1));
            for (int block : file.reader().blocksOf(first, before.sequence(before.count() - 1))) {
                if (block <= from.block()) {
                    before.beginBlock();
                    int end = block == from.block() ? from.slot() : Integer.MAX_VALUE;
                    file.reader().read(block, before, 0, end);
                }
            }
            for (int i = 0; i < before.count(); i++) {
                boolean isNear =
                        before.sequence(i) >= latest
                                || before.has(i) && WITHOUT_REPLY.contains(before.state(i));
                if (before.has(i) && isNear) {
                    rows.add(before.row(i, file.index().eras(), plan.messageBytes()));
                } else if (!before.has(i) && now.has(i)) {
                    rows.add(waiting(now.row(i, file.index().eras(), plan.messageBytes())));
                }
            }
        }
        return rows;
    }

    /** Number of pings that may wait for a reply at once. */
    private static long underWay(PingPlan plan) {
        return plan.pacing() instanceof Pacing.FixedRate fixedRate
                ? plan.timeout().dividedBy(fixedRate.interval())
                : 0;
    }

    private static PingRow waiting(PingRow row) {
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
            case DUPLICATES -> session.countDuplicates(value);
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
        session.countForeign(count);
    }

    @Override
    public void event(FileEvent event, int slot) {
        if (event instanceof FileEvent.OfRun ofRun) {
            apply(ofRun.event());
        }
    }

    /** Several may be under way, and one that was sent later may have its slot earlier. */
    private void sendThrough(long sequence) {
        long end = pages.rowOf(sequence + 1);
        for (long index = pages.rowOf(lastSent + 1); index < end; index++) {
            pages.row(pages.skipped().sequenceAt(index))
                    .filter(row -> row.state() != PingState.SEND_FAILED)
                    .ifPresent(
                            row ->
                                    apply(
                                            new PingEvent.Sent(
                                                    row.sequence(),
                                                    row.sentAt(),
                                                    row.sentNanos(),
                                                    row.sentBytes())));
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
