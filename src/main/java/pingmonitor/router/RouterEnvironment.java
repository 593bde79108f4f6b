package pingmonitor.router;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pingmonitor.host.LanAddress;
import pingmonitor.host.LanAddresses;

/**
 * What a forwarding knows of the world.
 *
 * @param nanoTime for durations
 * @param wall for display
 * @param gateways looks for the router
 * @param addresses of this machine; when they change, the network did
 * @param clients the ways to ask a router, best first
 */
record RouterEnvironment(
        LongSupplier nanoTime,
        InstantSource wall,
        Supplier<List<Gateway>> gateways,
        Supplier<Set<InetAddress>> addresses,
        Function<Gateway, List<RouterClient>> clients) {

    static final RouterEnvironment SYSTEM =
            new RouterEnvironment(
                    System::nanoTime,
                    InstantSource.system(),
                    Gateways::find,
                    () ->
                            LanAddresses.list().stream()
                                    .map(LanAddress::address)
                                    .collect(Collectors.toSet()),
                    gateway -> clients(gateway, RouterPorts.STANDARD));

    static List<RouterClient> clients(Gateway gateway, RouterPorts ports) {
        return List.of(
                new PcpClient(gateway, ports.mapping()),
                new NatPmpClient(gateway, ports.mapping()),
                new IgdClient(gateway, ports));
    }
}
