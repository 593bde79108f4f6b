package pingmonitor.ping;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import pingmonitor.wire.DisplayText;
import pingmonitor.wire.ReplyContent;

/**
 * Finds out what a datagram or a refusal is about: a ping, something of the extension's, or nothing of this run. Each
 * method returns whether a ping that waited was settled by it.
 */
final class IncomingDatagrams {
    private final InetSocketAddress remote;
    private final PingRegister register;
    private final ReplyMatcher matcher;
    private final ReplyStyle style;
    private final PingSettlement settlement;
    private final RunExtension extension;
    private final Consumer<PingEvent> sink;

    IncomingDatagrams(
            InetSocketAddress remote,
            PingRegister register,
            ReplyStyle style,
            PingSettlement settlement,
            RunExtension extension,
            Consumer<PingEvent> sink) {
        this.remote = remote;
        this.register = register;
        this.matcher = new ReplyMatcher(register);
        this.style = style;
        this.settlement = settlement;
        this.extension = extension;
        this.sink = sink;
    }

    boolean datagram(PingSocket from, ByteBuffer datagram, long stampNanos) {
        ReplyContent content = ReplyContent.read(datagram);
        Optional<ReplyMatcher.Match> match = matcher.verified(content);
        if (match.isEmpty()) {
            if (extension.takesDatagram(from, datagram, content, stampNanos)) {
                return false;
            }
            match = matcher.unverified(from, content, style.namesPings());
        }
        Reply reply =
                new Reply(
                        DisplayText.of(datagram),
                        datagram.remaining(),
                        remote,
                        match.map(ReplyMatcher.Match::how).orElse(ReplyMatch.UNNAMED));
        if (match.isPresent()) {
            return settlement.answer(match.get().ping(), reply, stampNanos);
        }
        extension.foreign();
        sink.accept(new PingEvent.Foreign(reply));
        return false;
    }

    boolean refusal(PingSocket from, long stampNanos, PingEvent.Refusal refusal) {
        return !extension.takesRefusal(from, stampNanos)
                && refused(from, ping -> ping.sentNanos - stampNanos <= 0, stampNanos, refusal);
    }

    /** A refusal that came out when a ping was sent, which it cannot be about. */
    boolean refusalBefore(InFlightPing sentNow, Transmission.News news) {
        return !extension.takesRefusal(sentNow.link, news.stampNanos())
                && refused(
                        sentNow.link,
                        earlier -> earlier != sentNow,
                        news.stampNanos(),
                        news.refusal());
    }

    /** With several pings under way, the refusal is taken to be about the latest that it can be about. */
    boolean refused(
            PingSocket from,
            Predicate<InFlightPing> before,
            long stampNanos,
            PingEvent.Refusal refusal) {
        return register.latestWaiting(ping -> ping.link == from && before.test(ping))
                .or(() -> from.last().filter(before).filter(IncomingDatagrams::timedOut))
                .map(ping -> settlement.refuse(ping, stampNanos, refusal))
                .orElse(false);
    }

    private static boolean timedOut(InFlightPing ping) {
        return ping.state == InFlightPing.State.TIMED_OUT;
    }
}
