package pingmonitor.router;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A port that the router forwards to this machine now.
 *
 * @param protocol by which it was made
 * @param gateway the router and this machine's address towards it
 * @param externalAddress the router's address outside, when it told
 * @param externalPort the port to give away
 * @param internalPort where this machine listens
 * @param lease for how long the router grants it; empty when it is permanent
 * @param madeAt when it was granted last
 * @param renewAt when it is asked for again; a permanent one is looked after then
 */
public record Mapping(
        Protocol protocol,
        Gateway gateway,
        Optional<InetAddress> externalAddress,
        int externalPort,
        int internalPort,
        Optional<Duration> lease,
        Instant madeAt,
        Instant renewAt) {

    /** When it ends by itself if it is not renewed; empty for a permanent one. */
    public Optional<Instant> endsAt() {
        return lease.map(madeAt::plus);
    }

    /** What is to be feared of the network outside, judged by the router's own address alone. */
    public List<NatWarning> warnings() {
        return ExternalAddress.warnings(externalAddress, Optional.empty());
    }

    /** Whether the internet may have a way to the address, as far as it alone tells; also while it is not known. */
    public boolean isForTheInternet() {
        return warnings().isEmpty();
    }

    Mapping renewedAt(Instant at) {
        return new Mapping(
                protocol, gateway, externalAddress, externalPort, internalPort, lease, madeAt, at);
    }
}
