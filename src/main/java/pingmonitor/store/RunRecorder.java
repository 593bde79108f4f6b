package pingmonitor.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.session.StatisticsState;

/**
 * Makes slots of the events of a run. A ping gets its slot when its fate is known, so that most take one; one that is
 * under way for long gets it before, and its fate follows. Not thread-safe.
 */
final class RunRecorder implements PingEvent.Visitor<Void> {
    /** After so many flushes a ping that is under way gets its slot. */
    static final int FLUSHES_UNTIL_WRITTEN = 5;

    /** As many datagrams that no ping waits for are kept one by one as the journal of a session has. */
    static final int MAX_UNASKED = 10_000;

    /** A reply that came in time is told within this. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** A ping that was sent and has no slot yet. */
    private static final class Unwritten {
        final SentPing ping;
        int flushes;

        Unwritten(SentPing ping) {
            this.ping = ping;
        }
    }

    /** A ping called unreachable, and when the latest ping before the news was sent. */
    private record Refused(long sequence, long micros) {}

    private final ZoneId zone;
    private final RecentPings recent;
    private final OpenBlock block;
    private final Map<Long, Unwritten> unwritten = new LinkedHashMap<>();
    private final OpenNumbers writtenWaiting = new OpenNumbers();

    /** Pings called unreachable of which a reply may still come in time. */
    private final OpenNumbers refused = new OpenNumbers();

    /** The same with the time of the news, in its order. */
    private final Deque<Refused> refusedInOrder = new ArrayDeque<>();

    private final long timeoutMicros;
    private final Map<Long, Integer> furtherDuplicates = new LinkedHashMap<>();
    private final OpenVerdicts verdicts = new OpenVerdicts();
    private long furtherForeigns;
    private int unasked;
    private long lastSequence;
    private long zeroMicros;
    private int offsetSeconds;
    private boolean hasEra;

    /**
     * @param fileSum the check of the file's header
     * @param firstSlot the number of the slot of the file that the first block begins with
     * @param zone whose local time is kept beside the time of the run
     */
    RunRecorder(PingPlan plan, int fileSum, long firstSlot, ZoneId zone, OpenBlock.Sink sink) {
        this.zone = zone;
        this.timeoutMicros = plan.timeout().plus(GRACE).toNanos() / 1_000;
        this.recent = new RecentPings(plan);
        this.block = new OpenBlock(fileSum, firstSlot, this::oldestUnwritten, sink);
    }

    /** What is written of the present block; without a slot between two blocks. */
    BlockBuffer block() {
        return block.slots();
    }

    /** The highest number up to which the fate of every ping is written. */
    long settledThrough() {
        while (!refusedInOrder.isEmpty()
                && recent.lastMicros() - refusedInOrder.peek().micros() > timeoutMicros) {
            refused.remove(refusedInOrder.remove().sequence());
        }
        long open = Math.min(writtenWaiting.lowest(lastSequence), refused.lowest(lastSequence));
        return Math.min(open, oldestUnwritten().map(SentPing::sequence).orElse(open)) - 1;
    }

    /** Gives their slots to pings that are under way for long, and writes the sums of what is not kept one by one. */
    void flush() {
        Iterator<Unwritten> each = unwritten.values().iterator();
        while (each.hasNext()) {
            Unwritten ping = each.next();
            if (++ping.flushes >= FLUSHES_UNTIL_WRITTEN) {
                each.remove();
                writeWaiting(ping.ping);
            }
        }
        writeSums();
    }

    /** Writes what is gathered of pings that have a slot. */
    void writeSums() {
        writeVerdicts();
        furtherDuplicates.forEach(
                (sequence, count) -> {
                    block.other(SlotKind.DUPLICATES, 0, sequence, count);
                });
        furtherDuplicates.clear();
        if (furtherForeigns > 0) {
            block.other(SlotKind.FOREIGNS, 0, 0, furtherForeigns);
            furtherForeigns = 0;
        }
    }

    /** Ends the present block, with all that has no slot yet. */
    void end() {
        unwritten.values().forEach(ping -> writeWaiting(ping.ping));
        unwritten.clear();
        refused.clear();
        refusedInOrder.clear();
        flush();
        block.end();
    }

    /** Writes the figures of all that was taken so far. */
    void checkpoint(StatisticsState figures) {
        writeSums();
        write(new FileEvent.Checkpoint(lastSequence, figures));
    }

    void label(FileEvent.Label label) {
        write(label);
    }

    @Override
    public Void started(PingEvent.Started event) {
        return write(event);
    }

    @Override
    public Void sent(PingEvent.Sent event) {
        long sequence = event.sequence();
        noteNumber(sequence);
        era(event.at(), event.runNanos());
        SentPing ping = new SentPing(sequence, micros(event.runNanos()), event.at(), event.bytes());
        recent.add(ping);
        block.sent(ping);
        unwritten.put(sequence, new Unwritten(ping));
        if (event.bytes() != recent.plannedBytes(ping)) {
            write(new FileEvent.SentBytes(sequence, event.bytes()));
        }
        return null;
    }

    @Override
    public Void replied(PingEvent.Replied event) {
        return settled(
                event, SlotKind.PING_REPLIED, SlotKind.REPLIED, event.rttNanos(), event.reply());
    }

    @Override
    public Void timedOut(PingEvent.TimedOut event) {
        return settled(event, SlotKind.PING_TIMED_OUT, SlotKind.TIMED_OUT);
    }

    @Override
    public Void cancelled(PingEvent.Cancelled event) {
        return settled(event, SlotKind.PING_CANCELLED, SlotKind.CANCELLED);
    }

    private void writeVerdicts() {
        verdicts.drain(
                (place, sequence, pings) -> {
                    int code = FileCodes.PLACES.code(place);
                    block.other(SlotKind.VERDICTS, code, sequence, pings);
                });
    }

    @Override
    public Void late(PingEvent.Late event) {
        if (verdicts.has(event.sequence())) {
            // The reply takes it back.
            writeVerdicts();
        }
        return change(SlotKind.LATE, event.sequence(), event.rttNanos(), event.reply());
    }

    @Override
    public Void duplicate(PingEvent.Duplicate event) {
        if (unasked++ < MAX_UNASKED) {
            return change(SlotKind.DUPLICATE, event.sequence(), event.rttNanos(), event.reply());
        }
        furtherDuplicates.merge(event.sequence(), 1, Integer::sum);
        return null;
    }

    @Override
    public Void unreachable(PingEvent.Unreachable event) {
        int refusal = FileCodes.REFUSALS.code(event.refusal());
        refused.add(event.sequence());
        refusedInOrder.add(new Refused(event.sequence(), recent.lastMicros()));
        Unwritten ping = unwritten.remove(event.sequence());
        if (ping != null) {
            block.ping(SlotKind.PING_UNREACHABLE, refusal, ping.ping, event.afterNanos(), 0);
        } else {
            writtenWaiting.remove(event.sequence());
            block.other(SlotKind.UNREACHABLE, refusal, event.sequence(), event.afterNanos());
        }
        return null;
    }

    @Override
    public Void sendFailed(PingEvent.SendFailed event) {
        noteNumber(event.sequence());
        era(event.at(), event.runNanos());
        SentPing ping = new SentPing(event.sequence(), micros(event.runNanos()), event.at(), 0);
        block.makeRoom(ping);
        int link = block.link(new KeptProblem(event.problem()));
        block.ping(SlotKind.PING_SEND_FAILED, 0, ping, 0, link);
        return null;
    }

    @Override
    public Void heldUp(PingEvent.HeldUp event) {
        return change(SlotKind.HELD_UP, 0, event.sequence(), event.heldUpNanos());
    }

    @Override
    public Void verdict(PingEvent.Verdict event) {
        verdicts.put(event.sequence(), event.where());
        return null;
    }

    @Override
    public Void missed(PingEvent.Missed event) {
        return write(event);
    }

    @Override
    public Void stalled(PingEvent.Stalled event) {
        return write(event);
    }

    @Override
    public Void mappedAddress(PingEvent.MappedAddress event) {
        return write(event);
    }

    @Override
    public Void receiveFailed(PingEvent.ReceiveFailed event) {
        return write(event);
    }

    @Override
    public Void foreign(PingEvent.Foreign event) {
        if (unasked++ < MAX_UNASKED) {
            return write(event);
        }
        furtherForeigns++;
        return null;
    }

    @Override
    public Void failed(PingEvent.Failed event) {
        return write(event);
    }

    @Override
    public Void finished(PingEvent.Finished event) {
        return write(event);
    }

    private Void write(PingEvent event) {
        return write(new FileEvent.OfRun(event));
    }

    private Void write(FileEvent event) {
        block.event(event);
        return null;
    }

    private Void settled(PingEvent.OfPing event, SlotKind inSlot, SlotKind afterwards) {
        Unwritten ping = unwritten.remove(event.sequence());
        if (ping != null) {
            block.ping(inSlot, 0, ping.ping, 0, 0);
            return null;
        }
        writtenWaiting.remove(event.sequence());
        return change(afterwards, 0, event.sequence(), 0);
    }

    private Void settled(
            PingEvent.OfPing event,
            SlotKind inSlot,
            SlotKind afterwards,
            long rttNanos,
            Reply reply) {
        if (verdicts.has(event.sequence())) {
            writeVerdicts();
        }
        Unwritten ping = unwritten.remove(event.sequence());
        if (ping == null) {
            writtenWaiting.remove(event.sequence());
            return change(afterwards, event.sequence(), rttNanos, reply);
        }
        block.makeRoom(ping.ping);
        int link = block.link(recent.kept(reply, event.sequence()));
        block.ping(inSlot, 0, ping.ping, rttNanos, link);
        return null;
    }

    private Void change(SlotKind kind, int detail, long sequence, long value) {
        block.other(kind, detail, sequence, value);
        return null;
    }

    private Void change(SlotKind kind, long sequence, long value, Reply reply) {
        block.reply(kind, sequence, value, recent.kept(reply, sequence));
        return null;
    }

    private void writeWaiting(SentPing ping) {
        writtenWaiting.add(ping.sequence());
        block.ping(SlotKind.PING_WAITING, 0, ping, 0, 0);
    }

    /** Numbers only grow. */
    private void noteNumber(long sequence) {
        if (sequence > lastSequence + 1) {
            write(new FileEvent.Skipped(lastSequence + 1, sequence - lastSequence - 1));
        }
        lastSequence = sequence;
    }

    private void era(Instant at, long runNanos) {
        long zero =
                TimeUnit.SECONDS.toMicros(at.getEpochSecond())
                        + TimeUnit.NANOSECONDS.toMicros(at.getNano())
                        - micros(runNanos);
        int offset = zone.getRules().getOffset(at).getTotalSeconds();
        if (!hasEra || zero != zeroMicros || offset != offsetSeconds) {
            hasEra = true;
            zeroMicros = zero;
            offsetSeconds = offset;
            write(new FileEvent.Era(micros(runNanos), zero, offset));
        }
    }

    private static long micros(long nanos) {
        return Math.floorDiv(nanos, 1_000);
    }

    private Optional<SentPing> oldestUnwritten() {
        return unwritten.values().stream().findFirst().map(each -> each.ping);
    }
}
