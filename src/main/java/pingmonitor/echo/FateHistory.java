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
 * take another port, and so may a NAT on the way. Bounded: the address with the most datagrams forgets first, so a
 * flood displaces only its own datagrams. Each history knows since when it is complete. Thread-safe.
 */
final class FateHistory {
    /** Number of addresses kept. Beyond that the address heard of least recently is forgotten. */
    static final int MAX_ADDRESSES = 1_024;

    /** Number of blocks of all addresses together. A block has 64 datagrams; all blocks take 16 MiB at most. */
    static final int MAX_BLOCKS = 15_000;

    /** Number of blocks of one address, which hold 65,536 datagrams. */
    static final int MAX_BLOCKS_OF_ONE = 1_024;

    private final Map<InetAddress, AddressFateHistory> rings = new LinkedHashMap<>(16, 0.75f, true);
    private final int maxBlocks;
    private int blocks;

    /** Since when no datagram of an address outside this map has been forgotten. */
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

    /** Remembers what became of a datagram. If it is noted again, the fate that is worth more counts. */
    synchronized void note(InetAddress from, long identity, RememberedFate fate, long nowNanos) {
        AddressFateHistory known = rings.get(from);
        AddressFateHistory ring = known == null ? begin(from) : known;
        if (ring.isFull()) {
            grow(ring);
        }
        ring.add(identity, fate, nowNanos);
    }

    /** The fates of the pings in a question, among the datagrams of the asker's own address. */
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

    /** A new address may be the forgotten one, so the time without gaps begins after its last datagram. */
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
