package pingmonitor.router;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks a router by NAT-PMP, RFC 6886. */
final class NatPmpClient extends DatagramClient {
    NatPmpClient(Gateway gateway, int port) {
        super(gateway, port);
    }

    @Override
    public Protocol protocol() {
        return Protocol.NAT_PMP;
    }

    @Override
    Answer map(Ask ask, Dialogue dialogue, Deadline deadline) throws IOException {
        Optional<NatPmpMessage.Reply> outside =
                dialogue.ask(NatPmpMessage.addressRequest(), NatPmpMessage::readAddress, deadline);
        if (outside.isEmpty()) {
            return new Denial(MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER));
        }
        return outside.get() instanceof NatPmpMessage.Address address
                ? map(ask, dialogue, ExternalAddress.known(address.address()), deadline)
                : new Denial(refusal(outside.get()));
    }

    private Answer map(Ask ask, Dialogue dialogue, Optional<InetAddress> outside, Deadline deadline)
            throws IOException {
        int seconds = (int) ask.lease().toSeconds();
        Optional<NatPmpMessage.Reply> reply =
                dialogue.ask(
                        NatPmpMessage.map(ask.internalPort(), ask.externalPort(), seconds),
                        datagram -> NatPmpMessage.readMap(datagram, ask.internalPort()),
                        deadline);
        if (reply.isEmpty()) {
            return Denial.silent(ask, outside);
        }
        return reply.get() instanceof NatPmpMessage.Mapped mapped && mapped.lifetimeSeconds() > 0
                ? new Grant(
                        gateway(),
                        outside,
                        mapped.externalPort(),
                        Duration.ofSeconds(mapped.lifetimeSeconds()),
                        OptionalLong.of(mapped.epochSeconds()))
                : new Denial(refusal(reply.get()).seenWith(outside));
    }

    private static MappingRefusal refusal(NatPmpMessage.Reply reply) {
        if (reply instanceof NatPmpMessage.Refused refused) {
            return refusal(refused.code());
        }
        return MappingRefusal.of(
                reply instanceof NatPmpMessage.OtherVersion
                        ? MappingRefusal.Kind.NOT_OFFERED
                        : MappingRefusal.Kind.NONSENSE);
    }

    /** By the result codes of RFC 6886, section 3.5. */
    static MappingRefusal refusal(int code) {
        MappingRefusal.Kind kind =
                switch (code) {
                    case 1 -> MappingRefusal.Kind.NOT_OFFERED;
                    case 2 -> MappingRefusal.Kind.NOT_ALLOWED;
                    case 3 -> MappingRefusal.Kind.NO_OUTSIDE;
                    case 4 -> MappingRefusal.Kind.FULL;
                    case 5 -> MappingRefusal.Kind.UNSUPPORTED;
                    default -> MappingRefusal.Kind.OTHER;
                };
        return MappingRefusal.of(kind, code);
    }

    @Override
    boolean unmap(Mapping mapping, Dialogue dialogue, Deadline deadline) throws IOException {
        return dialogue.ask(
                        NatPmpMessage.map(mapping.internalPort(), 0, 0),
                        datagram -> NatPmpMessage.readMap(datagram, mapping.internalPort()),
                        deadline)
                .filter(
                        reply ->
                                reply instanceof NatPmpMessage.Mapped mapped
                                        && mapped.lifetimeSeconds() == 0)
                .isPresent();
    }
}
