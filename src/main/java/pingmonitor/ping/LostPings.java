package pingmonitor.ping;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The lost pings of which nobody knows yet where they were lost, in the order in which to ask about them. */
final class LostPings {
    /** Of more the oldest go: a server does not remember them either. */
    static final int MOST = 8_192;

    /** A ping that is younger may still be on its way there, however short the time-out. */
    static final long LEAST_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private record Loss(InFlight ping, long askFromNanos) {}

    private final Map<Long, Loss> losses = new LinkedHashMap<>();

    boolean isEmpty() {
        return losses.isEmpty();
    }

    boolean contains(InFlight ping) {
        return losses.containsKey(ping.sequence());
    }

    /** A ping was lost, or is it still for another reason. */
    void add(InFlight ping) {
        losses.putIfAbsent(ping.sequence(), new Loss(ping, ping.sentNanos + LEAST_AGE_NANOS));
        if (losses.size() > MOST) {
            Iterator<Loss> oldest = losses.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** A ping was not lost after all, or all that can be known of it is known. */
    void remove(InFlight ping) {
        losses.remove(ping.sequence());
    }

    /** Asks about a ping again later, behind all others. */
    void postpone(InFlight ping, long untilNanos) {
        losses.remove(ping.sequence());
        losses.put(ping.sequence(), new Loss(ping, untilNanos));
    }

    /** When the first of them can be asked about; empty without any. */
    OptionalLong askFromNanos() {
        return losses.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(losses.values().iterator().next().askFromNanos());
    }

    /** The next ones that can be asked about now. */
    List<InFlight> next(int most, long nowNanos) {
        List<InFlight> next = new ArrayList<>();
        Iterator<Loss> each = losses.values().iterator();
        while (next.size() < most && each.hasNext()) {
            Loss loss = each.next();
            if (nowNanos - loss.askFromNanos() >= 0) {
                next.add(loss.ping());
            }
        }
        return next;
    }
}
