package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pingmonitor.echo.fate.Fate;

/** Decides about each datagram, one at a time: whether it may be answered at all, and with which fate. */
final class AdmissionControl {
    private static final int FIRST_USER_PORT = 1_024;

    private final Predicate<InetSocketAddress> isOurs;
    private final Supplier<ServerSettings> latest;
    private final ClientRegistry clients = new ClientRegistry();
    private RateLimiter rates = new RateLimiter(RateLimitSettings.OFF, 0);
    private long generation;

    /**
     * @param isOurs whether the server itself listens there
     * @param latest the settings from now on; asked for each datagram
     */
    AdmissionControl(Predicate<InetSocketAddress> isOurs, Supplier<ServerSettings> latest) {
        this.isOurs = isOurs;
        this.latest = latest;
    }

    synchronized AdmissionDecision judge(
            ByteBuffer payload, InetSocketAddress source, long nowNanos) {
        // Read under the lock: an older datagram must not undo what a newer one adopted.
        ServerSettings settings = latest.get();
        boolean fromSystemPort = source.getPort() < FIRST_USER_PORT;
        boolean fromUs = isOurs.test(source);
        if (fromSystemPort || fromUs) {
            return new AdmissionDecision.Ignore(
                    fromSystemPort ? ServerEvent.Reason.SYSTEM_PORT : ServerEvent.Reason.OWN_PORT);
        }
        adopt(settings, nowNanos);
        Client client = clients.at(source, nowNanos);
        Fate fate = client.nextFate(settings.fates(), payload.remaining());
        if (!client.isNoLoop(payload, fate.replyText())) {
            return new AdmissionDecision.Refuse(ServerEvent.Limit.ECHO_LOOP);
        }
        Optional<ServerEvent.Limit> refusal =
                rates.refusal(client.bucket(), source.getAddress(), nowNanos);
        if (refusal.isPresent()) {
            return new AdmissionDecision.Refuse(refusal.get());
        }
        return new AdmissionDecision.Admit(fate);
    }

    /**
     * Whether a question about earlier datagrams may be answered. It has limits of its own and does not count as a
     * datagram of the client: with it or without it, the others have the same fates.
     */
    synchronized boolean admitsQuestion(InetSocketAddress source, long nowNanos) {
        if (source.getPort() < FIRST_USER_PORT || isOurs.test(source)) {
            return false;
        }
        ServerSettings settings = latest.get();
        adopt(settings, nowNanos);
        return settings.disclosure().answers(source)
                && rates.admitQuestion(source.getAddress(), nowNanos);
    }

    private void adopt(ServerSettings settings, long nowNanos) {
        if (!rates.are(settings.limits())) {
            rates = new RateLimiter(settings.limits(), nowNanos);
            clients.limit(settings.limits().perClient(), nowNanos);
        }
        if (settings.generation() != generation) {
            generation = settings.generation();
            clients.beginAnew();
        }
    }
}
