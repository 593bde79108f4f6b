package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Decides about each datagram, one at a time: whether it may be answered at all, and then what chance does to it. */
final class AdmissionControl {
    private static final int FIRST_USER_PORT = 1_024;

    private final Predicate<InetSocketAddress> isOurs;
    private final Supplier<ServerSettings> latest;
    private final ClientRegistry clients = new ClientRegistry();
    private RateLimits rates = new RateLimits(AbuseLimits.OFF, 0);
    private long generation;

    /**
     * @param isOurs whether the server itself listens there
     * @param latest how to judge from now on; asked for each datagram
     */
    AdmissionControl(Predicate<InetSocketAddress> isOurs, Supplier<ServerSettings> latest) {
        this.isOurs = isOurs;
        this.latest = latest;
    }

    synchronized Admission judge(ByteBuffer payload, InetSocketAddress source, long nowNanos) {
        // Not before it is this datagram's turn: an older one would undo what a newer one did.
        ServerSettings conduct = latest.get();
        boolean fromSystemPort = source.getPort() < FIRST_USER_PORT;
        boolean fromUs = isOurs.test(source);
        if (fromSystemPort || fromUs) {
            return new Admission.Ignore(
                    fromSystemPort ? ServerEvent.Reason.SYSTEM_PORT : ServerEvent.Reason.OWN_PORT);
        }
        adopt(conduct, nowNanos);
        Client client = clients.at(source, nowNanos);
        FateDice dice = client.nextDice(conduct.seed());
        if (!client.isNoLoop(payload, conduct.impairments().replyText())) {
            return new Admission.Refuse(ServerEvent.Limit.ECHO_LOOP);
        }
        Optional<ServerEvent.Limit> refusal =
                rates.refusal(client.bucket(), source.getAddress(), nowNanos);
        if (refusal.isPresent()) {
            return new Admission.Refuse(refusal.get());
        }
        return Fate.of(dice, conduct.impairments());
    }

    /**
     * Whether a question about earlier datagrams may be answered. It has limits of its own and is none of the datagrams that
     * chance is about: with it or without it, the others have the same fates.
     */
    synchronized boolean admitsQuestion(InetSocketAddress source, long nowNanos) {
        if (source.getPort() < FIRST_USER_PORT || isOurs.test(source)) {
            return false;
        }
        adopt(latest.get(), nowNanos);
        return rates.admitQuestion(source.getAddress(), nowNanos);
    }

    private void adopt(ServerSettings conduct, long nowNanos) {
        if (!rates.are(conduct.limits())) {
            rates = new RateLimits(conduct.limits(), nowNanos);
            clients.limit(conduct.limits().perClient(), nowNanos);
        }
        if (conduct.generation() != generation) {
            generation = conduct.generation();
            clients.beginAnew();
        }
    }
}
