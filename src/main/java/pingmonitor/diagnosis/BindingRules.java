package pingmonitor.diagnosis;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pingmonitor.host.HostAddress;
import pingmonitor.text.AddressText;

/** What it means for pings to this machine that a server takes datagrams at some of its addresses only. */
final class BindingRules {
    private static final String IPV4_LOOPBACK = "127.0.0.1";
    private static final String IPV6_LOOPBACK = "::1";

    private BindingRules() {}

    /** That the port is taken at other addresses only, where the system says so. */
    static Optional<Finding> elsewhere(Evidence evidence) {
        return evidence.target()
                .filter(evidence.bindings()::elsewhereThan)
                .map(target -> elsewhere(evidence, target));
    }

    private static Finding elsewhere(Evidence evidence, InetAddress target) {
        List<InetAddress> bound = evidence.bindings().addresses();
        String addresses =
                bound.stream().map(BindingRules::shown).collect(Collectors.joining(", "));
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Action.PING_ADDRESS, reachable(bound.get(0)), evidence.port()));
        // One at 0.0.0.0 lacks IPv6 alone.
        boolean allOfIpv4 = bound.stream().anyMatch(InetAddress::isAnyLocalAddress);
        steps.add(Step.of(allOfIpv4 ? Action.CHOOSE_IPV4 : Action.COMPARE_BINDING));
        return new Finding(
                Cause.BOUND_ELSEWHERE,
                List.of(evidence.port(), addresses, pinged(evidence, target)),
                List.copyOf(steps));
    }

    /** 0.0.0.0 with a hint that it covers only IPv4: otherwise a refused ping over IPv6 would be a riddle. */
    private static String shown(InetAddress bound) {
        String text = AddressText.of(bound);
        return bound.isAnyLocalAddress() && bound instanceof Inet4Address ? text + " (IPv4)" : text;
    }

    /** What was pinged, with the address that a name stands for. */
    private static String pinged(Evidence evidence, InetAddress target) {
        String host = evidence.plan().host();
        return Evidence.literal(host).isPresent()
                ? AddressText.of(target)
                : host + " (" + AddressText.of(target) + ")";
    }

    private static String reachable(InetAddress bound) {
        if (!bound.isAnyLocalAddress()) {
            return AddressText.of(bound);
        }
        return bound instanceof Inet4Address ? IPV4_LOOPBACK : IPV6_LOOPBACK;
    }

    /** To ping another address of this machine, where the system does not say at which ones the port is taken. */
    static Optional<Step> otherAddress(Evidence evidence) {
        return evidence.bindings().known()
                ? Optional.empty()
                : evidence.target()
                        .map(target -> otherThan(target, evidence.here()))
                        .map(other -> Step.of(Action.PING_OTHER_ADDRESS, other, evidence.port()));
    }

    private static String otherThan(InetAddress target, HostNetworks here) {
        if (!target.isLoopbackAddress() || !(target instanceof Inet4Address)) {
            return IPV4_LOOPBACK;
        }
        return here.own().stream()
                .map(HostAddress::address)
                .filter(Inet4Address.class::isInstance)
                .filter(each -> !each.isLoopbackAddress())
                .findFirst()
                .map(AddressText::of)
                .orElse(IPV6_LOOPBACK);
    }
}
