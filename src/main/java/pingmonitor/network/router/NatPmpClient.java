package pingmonitor.network.router;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks a router by NAT-PMP, RFC 6886. */
final class NatPmpClient implements RouterClient {
    private final Gateway gateway;
    private final Dialogue dialogue;

    NatPmpClient(Gateway gateway, int port) {
        this.gateway = gateway;
        this.dialogue =
                new Dialogue(
                        new InetSocketAddress(gateway.ownAddress(), 0),
                        new InetSocketAddress(gateway.address(), port));
    }

    @Override
    public Protocol protocol() {
        return Protocol.NAT_PMP;
    }

    @Override
    public void prepare(Deadline deadline) {
        // Two datagrams are all it takes.
    }

    @Override
    public Answer map(Ask ask, Deadline deadline) {
        try {
            Optional<NatPmpMessage.Reply> outside =
                    dialogue.ask(
                            NatPmpMessage.addressRequest(), NatPmpMessage::readAddress, deadline);
            if (outside.isEmpty()) {
                return new Denial(Refusal.of(Refusal.Kind.NO_ANSWER));
            }
            return outside.get() instanceof NatPmpMessage.Address address
                    ? map(ask, address.address(), deadline)
                    : denial(outside.get());
        } catch (PortUnreachableException nobodyListens) {
            return new Denial(Refusal.of(Refusal.Kind.NOT_OFFERED));
        } catch (IOException e) {
            return new Denial(Refusal.of(Refusal.Kind.NOT_SENT, String.valueOf(e.getMessage())));
        }
    }

    private Answer map(Ask ask, InetAddress outside, Deadline deadline) throws IOException {
        int seconds = (int) ask.lease().toSeconds();
        Optional<NatPmpMessage.Reply> reply =
                dialogue.ask(
                        NatPmpMessage.map(ask.internalPort(), ask.externalPort(), seconds),
                        datagram -> NatPmpMessage.readMap(datagram, ask.internalPort()),
                        deadline);
        if (reply.isEmpty()) {
            return new Denial(Refusal.of(Refusal.Kind.NO_ANSWER));
        }
        return reply.get() instanceof NatPmpMessage.Mapped mapped && mapped.lifetimeSeconds() > 0
                ? new Grant(
                        gateway,
                        Outside.known(outside),
                        mapped.externalPort(),
                        Duration.ofSeconds(mapped.lifetimeSeconds()),
                        OptionalLong.of(mapped.epochSeconds()))
                : denial(reply.get());
    }

    private static Denial denial(NatPmpMessage.Reply reply) {
        if (reply instanceof NatPmpMessage.Refused refused) {
            return new Denial(NatPmpResult.refusal(refused.code()));
        }
        return new Denial(
                Refusal.of(
                        reply instanceof NatPmpMessage.OtherVersion
                                ? Refusal.Kind.NOT_OFFERED
                                : Refusal.Kind.NONSENSE));
    }

    @Override
    public boolean unmap(Mapping mapping, Deadline deadline) {
        try {
            return dialogue.ask(
                            NatPmpMessage.map(mapping.internalPort(), 0, 0),
                            datagram -> NatPmpMessage.readMap(datagram, mapping.internalPort()),
                            deadline)
                    .filter(
                            reply ->
                                    reply instanceof NatPmpMessage.Mapped mapped
                                            && mapped.lifetimeSeconds() == 0)
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
