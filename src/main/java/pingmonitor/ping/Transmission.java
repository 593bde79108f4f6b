package pingmonitor.ping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The sending of one ping. News about earlier pings comes out at the next sending, which then has not happened: send
 * again. An error about this one, or of this machine, comes again; only a refusal can be news.
 */
final class Transmission {
    /** Number of refusals of earlier pings that may come out at one sending; each delays it. */
    private static final int MAX_NEWS = 4;

    /** What was said of an earlier ping. */
    record News(PingEvent.Refusal refusal, long stampNanos) {}

    private final InFlightPing ping;
    private final OutgoingDatagram outgoing;
    private final LongSupplier nanoTime;
    private final List<News> news = new ArrayList<>();

    /**
     * @param outgoing has the ping's message ready
     */
    Transmission(InFlightPing ping, OutgoingDatagram outgoing, LongSupplier nanoTime) {
        this.ping = ping;
        this.outgoing = outgoing;
        this.nanoTime = nanoTime;
    }

    /**
     * Sends the ping and stamps it.
     *
     * @throws IOException when it cannot be sent; there may be news all the same
     */
    void send() throws IOException {
        try {
            int tries = 0;
            while (!sent(tries)) {
                tries++;
            }
        } catch (IOException e) {
            // Only what is surely not about this one is news.
            news.removeIf(each -> each.refusal() != PingEvent.Refusal.PORT);
            throw e;
        }
    }

    /** What came out about pings before this one, in the order it did. */
    List<News> news() {
        return news;
    }

    /** If not, it is worth another try, and there may be one more piece of news. */
    private boolean sent(int tries) throws IOException {
        try {
            ByteBuffer message = outgoing.message();
            ping.sentNanos = nanoTime.getAsLong();
            ping.link.transport.send(message);
            return true;
        } catch (IOException e) {
            Optional<PingEvent.Refusal> refusal = ProblemClassifier.refusal(e);
            boolean again = tries == 0 || refusal.equals(Optional.of(PingEvent.Refusal.PORT));
            if (!again || tries == MAX_NEWS) {
                throw e;
            }
            refusal.ifPresent(told -> news.add(new News(told, nanoTime.getAsLong())));
            return false;
        }
    }
}
