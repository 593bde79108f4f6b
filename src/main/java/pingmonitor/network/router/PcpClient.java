package pingmonitor.network.router;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.OptionalLong;

/** Asks a router by PCP, RFC 6887. */
final class PcpClient implements RouterClient {
    private final Gateway gateway;
    private final Dialogue dialogue;
    private final byte[] nonce;

    /** With a nonce drawn now. */
    PcpClient(Gateway gateway, int port) {
        this(gateway, port, drawn());
    }

    PcpClient(Gateway gateway, int port, byte[] nonce) {
        this.gateway = gateway;
        this.dialogue =
                new Dialogue(
                        new InetSocketAddress(gateway.ownAddress(), 0),
                        new InetSocketAddress(gateway.address(), port));
        this.nonce = nonce.clone();
    }

    private static byte[] drawn() {
        byte[] nonce = new byte[PcpMessage.NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    @Override
    public Protocol protocol() {
        return Protocol.PCP;
    }

    @Override
    public void prepare(Deadline deadline) {
        // One datagram is all it takes.
    }

    @Override
    public Answer map(Ask ask, Deadline deadline) {
        byte[] request =
                PcpMessage.map(
                        nonce,
                        gateway.ownAddress(),
                        ask.internalPort(),
                        ask.externalPort(),
                        Bytes.NO_ADDRESS,
                        (int) ask.lease().toSeconds());
        try {
            return dialogue.ask(
                            request,
                            datagram -> PcpMessage.read(datagram, nonce, ask.internalPort()),
                            deadline)
                    .map(this::answer)
                    .orElseGet(() -> new Denial(Refusal.of(Refusal.Kind.NO_ANSWER)));
        } catch (PortUnreachableException nobodyListens) {
            return new Denial(Refusal.of(Refusal.Kind.NOT_OFFERED));
        } catch (IOException e) {
            return new Denial(Refusal.of(Refusal.Kind.NOT_SENT, String.valueOf(e.getMessage())));
        }
    }

    private Answer answer(PcpMessage.Reply reply) {
        if (reply instanceof PcpMessage.Mapped mapped) {
            if (mapped.lifetimeSeconds() == 0) {
                return new Denial(Refusal.of(Refusal.Kind.NONSENSE));
            }
            return new Grant(
                    gateway,
                    Outside.known(mapped.externalAddress()),
                    mapped.externalPort(),
                    Duration.ofSeconds(mapped.lifetimeSeconds()),
                    OptionalLong.of(mapped.epochSeconds()));
        } else if (reply instanceof PcpMessage.Refused refused) {
            return new Denial(PcpResult.refusal(refused.code()));
        }
        return new Denial(Refusal.of(Refusal.Kind.NOT_OFFERED));
    }

    @Override
    public boolean unmap(Mapping mapping, Deadline deadline) {
        InetAddress none = Bytes.NO_ADDRESS;
        byte[] request =
                PcpMessage.map(nonce, gateway.ownAddress(), mapping.internalPort(), 0, none, 0);
        try {
            return dialogue.ask(
                            request,
                            datagram -> PcpMessage.read(datagram, nonce, mapping.internalPort()),
                            deadline)
                    .filter(
                            reply ->
                                    reply instanceof PcpMessage.Mapped mapped
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
