package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.RememberedFate;

/**
 * What became of the latest datagrams of each address, for clients that ask. By address and not by port: a client may
 * take another port, and so may a NAT on the way. Bounded: who has most forgets first, so that a flood costs nobody
 * else's memory; and what is forgotten is known to be. For any thread.
 */
final class FateHistory {
    /** The one heard of least recently goes. */
    static final int MAX_ADDRESSES = 1_024;

    /** Of 64 datagrams each; so all together are 16 MiB at most, with whatever the program needs beside them. */
    static final int MAX_BLOCKS = 15_000;

    /** Of one address: 65,536 datagrams. */
    static final int MAX_BLOCKS_OF_ONE = 1_024;

    private final Map<InetAddress, AddressFateHistory> rings = new LinkedHashMap<>(16, 0.75f, true);
    private final int maxBlocks;
    private int blocks;

    /** Since when nothing is missing of addresses that are not in here. */
    private long completeSinceNanos;

    FateHistory(long nowNanos) {
        this(nowNanos, MAX_BLOCKS);
    }

    /**
     * @param maxBlocks more than {@link #MAX_ADDRESSES}, so that everybody has a share
     */
    FateHistory(long nowNanos, int maxBlocks) {
        this.completeSinceNanos = nowNanos;
        this.maxBlocks = maxBlocks;
    }

    /** Remembers what became of a datagram. Of one that is noted again, what is worth most stays. */
    synchronized void note(InetAddress from, long identity, RememberedFate fate, long nowNanos) {
        AddressFateHistory known = rings.get(from);
        AddressFateHistory ring = known == null ? begin(from) : known;
        if (ring.isFull()) {
            grow(ring);
        }
        ring.add(identity, fate, nowNanos);
    }

    /** What became of the pings that somebody asks about; his own address's are looked through. */
    synchronized FateAnswer answer(FateQuestion question, InetSocketAddress from, long nowNanos) {
        Optional<AddressFateHistory> ring = Optional.ofNullable(rings.get(from.getAddress()));
        long sinceNanos =
                ring.map(AddressFateHistory::completeSinceNanos).orElse(completeSinceNanos);
        List<RememberedFate> fates =
                ring.map(known -> known.find(question.identities()))
                        .orElseGet(() -> AddressFateHistory.nothing(question.identities()));
        long millis = TimeUnit.NANOSECONDS.toMillis(Math.max(0, nowNanos - sinceNanos));
        return new FateAnswer(
                question.nonce(), Math.min(millis, FateAnswer.MAX_MILLIS), from, fates);
    }

    private AddressFateHistory begin(InetAddress address) {
        if (rings.size() == MAX_ADDRESSES) {
            forgetAddress();
        }
        AddressFateHistory ring = new AddressFateHistory(completeSinceNanos);
        rings.put(address, ring);
        return ring;
    }

    /** Whoever comes later may be the one that was forgotten. */
    private void forgetAddress() {
        Iterator<AddressFateHistory> leastRecent = rings.values().iterator();
        AddressFateHistory gone = leastRecent.next();
        leastRecent.remove();
        blocks -= gone.blocks();
        if (gone.latestNanos() - completeSinceNanos > 0) {
            completeSinceNanos = gone.latestNanos();
        }
    }

    private void grow(AddressFateHistory ring) {
        if (ring.blocks() == MAX_BLOCKS_OF_ONE) {
            ring.forgetOldest();
        } else if (blocks == maxBlocks) {
            largest(rings.values()).forgetOldest();
        } else {
            blocks++;
        }
        ring.grow();
    }

    private static AddressFateHistory largest(Collection<AddressFateHistory> rings) {
        return rings.stream()
                .max(Comparator.comparingInt(AddressFateHistory::blocks))
                .orElseThrow();
    }
}
