package pingmonitor.router;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of a forwarding now.
 *
 * @param state how it stands
 * @param byHand what a person would enter in the router's page; empty while no router is known
 * @param attempts what came of each way, in the order asked; of the latest time only
 * @param warnings what is to be feared of the network outside
 */
public record Forwarding(
        ForwardingState state,
        Optional<ManualEntry> byHand,
        List<MappingAttempt> attempts,
        List<NatWarning> warnings) {

    static final Forwarding AT_FIRST =
            new Forwarding(new ForwardingState.Looking(), Optional.empty(), List.of(), List.of());

    /** The mapping, while it stands. */
    public Optional<Mapping> mapping() {
        return state instanceof ForwardingState.Standing standing
                ? Optional.of(standing.mapping())
                : Optional.empty();
    }

    /** The router's own address outside, as it told, whether the port is forwarded or not. */
    public Optional<InetAddress> externalAddress() {
        return mapping().isPresent()
                ? mapping().flatMap(Mapping::externalAddress)
                : attempts.stream()
                        .map(MappingAttempt::outcome)
                        .filter(MappingAttempt.Refused.class::isInstance)
                        .map(
                                outcome ->
                                        ((MappingAttempt.Refused) outcome)
                                                .refusal()
                                                .externalAddress())
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
