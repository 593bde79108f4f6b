package pingmonitor.ping;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import pingmonitor.wire.PingRequest;

/** Sends the pings of a run, each from a socket by which its reply can be told from others. */
final class PingSender {
    private final int messageBytes;
    private final PingRegister register;
    private final SocketPool sockets;
    private final ReplyStyle style;
    private final LongSupplier nanoTime;
    private final RunTimeline timeline;
    private final OutgoingDatagram outgoing;

    PingSender(
            int messageBytes,
            PingRegister register,
            SocketPool sockets,
            ReplyStyle style,
            LongSupplier nanoTime,
            RunTimeline timeline) {
        this.messageBytes = messageBytes;
        this.register = register;
        this.sockets = sockets;
        this.style = style;
        this.nanoTime = nanoTime;
        this.timeline = timeline;
        this.outgoing = new OutgoingDatagram(messageBytes);
    }

    /**
     * Sends a ping.
     *
     * @param news takes what the network said of earlier pings meanwhile
     * @throws IOException when it cannot be sent; there may be news all the same
     */
    PingEvent.Sent send(
            long sequence, long nowNanos, BiConsumer<InFlightPing, Transmission.News> news)
            throws IOException {
        if (!style.namesPings()
                && (sockets.current().busy() || style.copyMayBeTakenForNext(nowNanos))) {
            sockets.wantFresh();
        }
        PingSocket socket = sockets.forNext(nowNanos);
        RunTimeline.Moment now = timeline.now();
        InFlightPing ping =
                new InFlightPing(PingRequest.of(sequence, now.at(), messageBytes), socket);
        int bytes = outgoing.prepare(ping.request);
        transmit(ping, news);
        socket.sent(ping);
        return new PingEvent.Sent(sequence, now.at(), now.runNanos(), bytes);
    }

    private void transmit(InFlightPing ping, BiConsumer<InFlightPing, Transmission.News> news)
            throws IOException {
        Transmission transmission = new Transmission(ping, outgoing, nanoTime);
        register.add(ping);
        try {
            transmission.send();
        } catch (IOException e) {
            register.remove(ping);
            throw e;
        } finally {
            transmission.news().forEach(each -> news.accept(ping, each));
        }
    }
}
