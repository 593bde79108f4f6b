package pingmonitor.router;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.host.IpAddress;

/** Asks a router by PCP, RFC 6887. */
final class PcpClient extends DatagramClient {
    PcpClient(Gateway gateway, int port) {
        super(gateway, port);
    }

    @Override
    public Protocol protocol() {
        return Protocol.PCP;
    }

    @Override
    Answer map(Ask ask, Dialogue dialogue, Deadline deadline) throws IOException {
        byte[] nonce = nonce(ask.internalPort());
        byte[] request =
                PcpMessage.map(
                        nonce,
                        gateway().ownAddress(),
                        ask.internalPort(),
                        ask.externalPort(),
                        IpAddress.UNSPECIFIED_IPV4,
                        (int) ask.lease().toSeconds());
        return dialogue.ask(
                        request,
                        datagram -> PcpMessage.read(datagram, nonce, ask.internalPort()),
                        deadline)
                .map(this::answer)
                .orElseGet(() -> Denial.silent(ask, Optional.empty()));
    }

    private Answer answer(PcpMessage.Reply reply) {
        if (reply instanceof PcpMessage.Mapped mapped) {
            if (mapped.lifetimeSeconds() == 0) {
                return new Denial(MappingRefusal.of(MappingRefusal.Kind.NONSENSE));
            }
            return new Grant(
                    gateway(),
                    ExternalAddress.known(mapped.externalAddress()),
                    mapped.externalPort(),
                    Duration.ofSeconds(mapped.lifetimeSeconds()),
                    OptionalLong.of(mapped.epochSeconds()));
        } else if (reply instanceof PcpMessage.Refused refused) {
            return new Denial(
                    PcpResult.refusal(refused.code())
                            .seenWith(ExternalAddress.known(refused.externalAddress())));
        }
        return new Denial(MappingRefusal.of(MappingRefusal.Kind.NOT_OFFERED));
    }

    @Override
    boolean unmap(Mapping mapping, Dialogue dialogue, Deadline deadline) throws IOException {
        byte[] nonce = nonce(mapping.internalPort());
        InetAddress none = IpAddress.UNSPECIFIED_IPV4;
        byte[] request =
                PcpMessage.map(nonce, gateway().ownAddress(), mapping.internalPort(), 0, none, 0);
        return dialogue.ask(
                        request,
                        datagram -> PcpMessage.read(datagram, nonce, mapping.internalPort()),
                        deadline)
                .filter(
                        reply ->
                                reply instanceof PcpMessage.Mapped mapped
                                        && mapped.lifetimeSeconds() == 0)
                .isPresent();
    }

    private byte[] nonce(int internalPort) {
        return PcpNonce.of(gateway().ownAddress(), gateway().address(), internalPort);
    }
}
