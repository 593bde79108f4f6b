package pingmonitor.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/** Draws events of a run with several pings under way, skipped numbers and late news; each is legal when it comes. */
public final class RandomRun {
    private final Random random;
    private final Map<PingState, List<Long>> pings = new HashMap<>();
    private long sequence;

    public RandomRun(Random random) {
        this.random = random;
        for (PingState state : PingState.values()) {
            pings.put(state, new ArrayList<>());
        }
    }

    /** The next event. */
    public PingEvent next() {
        while (true) {
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> {
                    put(PingState.WAITING, skip());
                    return new PingEvent.Sent(sequence, Scene.START, 24);
                }
                case 3 -> {
                    put(PingState.SEND_FAILED, skip());
                    return new PingEvent.SendFailed(
                            sequence, Scene.START, Problem.of(Problem.Kind.NO_ROUTE, "x"));
                }
                case 4, 5, 6 -> {
                    if (any(PingState.WAITING)) {
                        long ping = move(PingState.WAITING, PingState.REPLIED);
                        return new PingEvent.Replied(ping, rtt(), reply());
                    }
                }
                case 7 -> {
                    if (any(PingState.WAITING)) {
                        return new PingEvent.TimedOut(move(PingState.WAITING, PingState.TIMED_OUT));
                    }
                }
                case 8 -> {
                    PingState lost =
                            random.nextBoolean() ? PingState.TIMED_OUT : PingState.UNREACHABLE;
                    if (any(lost)) {
                        return new PingEvent.Late(move(lost, PingState.LATE), rtt(), reply());
                    }
                }
                case 9 -> {
                    PingState before =
                            random.nextBoolean() ? PingState.TIMED_OUT : PingState.WAITING;
                    if (any(before)) {
                        return new PingEvent.Unreachable(
                                move(before, PingState.UNREACHABLE),
                                rtt(),
                                random.nextBoolean()
                                        ? PingEvent.Refusal.PORT
                                        : PingEvent.Refusal.HOST);
                    }
                }
                case 10 -> {
                    PingState answered = random.nextBoolean() ? PingState.REPLIED : PingState.LATE;
                    if (any(answered)) {
                        return new PingEvent.Duplicate(move(answered, answered), rtt(), reply());
                    }
                }
                case 11, 12 -> {
                    PingState lost =
                            random.nextBoolean() ? PingState.TIMED_OUT : PingState.UNREACHABLE;
                    if (any(lost)) {
                        return new PingEvent.Verdict(move(lost, lost), place());
                    }
                }
                default -> {
                    if (any(PingState.WAITING) && random.nextInt(4) == 0) {
                        return new PingEvent.Cancelled(
                                move(PingState.WAITING, PingState.CANCELLED));
                    }
                    return new PingEvent.Foreign(reply());
                }
            }
        }
    }

    private long skip() {
        sequence += random.nextInt(8) == 0 ? 3 : 1;
        return sequence;
    }

    private boolean any(PingState state) {
        return !pings.get(state).isEmpty();
    }

    private long move(PingState from, PingState to) {
        List<Long> there = pings.get(from);
        long ping = there.remove(random.nextInt(there.size()));
        put(to, ping);
        return ping;
    }

    private void put(PingState state, long ping) {
        pings.get(state).add(ping);
    }

    /** Any but the first, which is no place to be lost at. */
    private LossLocation place() {
        LossLocation[] places = LossLocation.values();
        return places[1 + random.nextInt(places.length - 1)];
    }

    private long rtt() {
        return 1 + random.nextInt(1_000_000_000);
    }

    private Reply reply() {
        return new Reply(
                "PING",
                4,
                Scene.SERVER,
                random.nextInt(5) != 0 ? ReplyMatch.VERIFIED : ReplyMatch.UNNAMED);
    }
}
