package pingmonitor.ping;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The port that pings leave from, the few before it that stay open for late replies, and one for questions alone. */
final class SocketPool {
    private static final Logger LOG = System.getLogger(SocketPool.class.getName());

    /**
     * Number of earlier ports that stay open for replies that name no ping: as many pings are under way at once with
     * the usual time-out of 1 s and 15 pings per second.
     */
    static final int MAX_RETIRED = 16;

    /** Opens a further port and lets its datagrams come in. */
    @FunctionalInterface
    interface LinkOpener {
        PingSocket open() throws IOException;
    }

    private final LinkOpener opener;
    private final long leastNanosBetween;
    private final Deque<PingSocket> retired = new ArrayDeque<>();
    private PingSocket current;
    private Optional<PingSocket> aside = Optional.empty();
    private long triedNanos;
    private boolean freshWanted;

    /**
     * @param leastNanosBetween two openings, however often a fresh port is wanted; above 0 the beat goes before it: a
     *     ping leaves from the present port where no other can be opened
     * @throws IOException when not even the first port can be opened
     */
    SocketPool(LinkOpener opener, long leastNanosBetween, long nowNanos) throws IOException {
        this.opener = opener;
        this.leastNanosBetween = leastNanosBetween;
        this.triedNanos = nowNanos;
        this.current = opener.open();
    }

    /** Asks that the next ping leave from a fresh port. */
    void wantFresh() {
        freshWanted = true;
    }

    /** The port that pings leave from now. */
    PingSocket current() {
        return current;
    }

    /** Whether this is the port that pings leave from now. */
    boolean isCurrent(PingSocket link) {
        return link == current;
    }

    /**
     * The port for the next ping: a fresh one where it is wanted, unless the last was opened just now or too many
     * earlier ones still wait for replies.
     */
    PingSocket forNext(long nowNanos) throws IOException {
        if (freshWanted && nowNanos - triedNanos >= leastNanosBetween && roomForOne()) {
            triedNanos = nowNanos;
            try {
                open();
            } catch (IOException e) {
                if (leastNanosBetween == 0) {
                    throw e;
                }
                LOG.log(Logger.Level.DEBUG, "no fresh port", e);
            }
        }
        return current;
    }

    /** A port that no ping ever leaves from, at the address that they leave from now. */
    PingSocket aside() throws IOException {
        InetAddress address = current.transport.local().getAddress();
        Optional<PingSocket> known =
                aside.filter(link -> link.transport.local().getAddress().equals(address));
        if (known.isPresent()) {
            return known.get();
        }
        PingSocket fresh = opener.open();
        aside.ifPresent(PingSocket::close);
        aside = Optional.of(fresh);
        return fresh;
    }

    /** The same, or the port that pings leave from where none can be opened. */
    PingSocket asideOrCurrent() {
        try {
            return aside();
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "no port aside", e);
            return current;
        }
    }

    void close() {
        current.close();
        aside.ifPresent(PingSocket::close);
        retired.forEach(PingSocket::close);
    }

    private void open() throws IOException {
        PingSocket fresh = opener.open();
        freshWanted = false;
        current.retire();
        retired.addLast(current);
        current = fresh;
    }

    private boolean roomForOne() {
        if (retired.size() == MAX_RETIRED && !retired.getFirst().busy()) {
            retired.removeFirst().close();
        }
        return retired.size() < MAX_RETIRED;
    }
}
