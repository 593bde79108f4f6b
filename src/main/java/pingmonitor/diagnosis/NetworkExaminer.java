package pingmonitor.diagnosis;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pingmonitor.host.AddressScope;
import pingmonitor.host.HostAddress;
import pingmonitor.host.UdpSocketTable;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.session.SessionView;

/**
 * Examines runs in the light of this machine's network, and looks again from an unconnected socket where a whole run
 * heard nothing. Remembers under which public addresses servers saw this machine, and believes it while the machine has
 * the addresses of then.
 */
public final class NetworkExaminer implements Examiner {
    private final Supplier<HostNetworks> surroundings;
    private final Supplier<OwnServer> server;
    private final SourceRecheck recheck;
    private final IntFunction<PortBindings> bindings;
    private final Map<InetAddress, Set<HostAddress>> seenOutside = new ConcurrentHashMap<>();

    /**
     * The real one.
     *
     * @param server the program's own, asked on the thread that examines
     */
    public NetworkExaminer(Supplier<OwnServer> server) {
        this(HostNetworks::ask, server, SourceRecheck.udp(), PortBindings::here);
    }

    NetworkExaminer(
            Supplier<HostNetworks> surroundings,
            Supplier<OwnServer> server,
            SourceRecheck recheck,
            IntFunction<PortBindings> bindings) {
        this.surroundings = surroundings;
        this.server = server;
        this.recheck = recheck;
        this.bindings = bindings;
    }

    @Override
    public void examine(
            SessionView session, BooleanSupplier stopped, Consumer<List<Finding>> tell) {
        HostNetworks asked = surroundings.get();
        List<HostAddress> own = asked.own();
        // Where the system has this table, our server answers at all of 127.0.0.0/8.
        boolean wholeLoopback = UdpSocketTable.ofThisMachine().isPresent();
        remember(session, Set.copyOf(own));
        HostNetworks here =
                new HostNetworks(
                        own,
                        seenFrom(Set.copyOf(own)),
                        server.get(),
                        wholeLoopback,
                        asked.system());
        Evidence evidence = evidence(session, here);
        tell.accept(Diagnosis.of(evidence));
        if (evidence.silence() && mayLook(session)) {
            Optional<Recheck> shown =
                    session.remote()
                            .map(remote -> look(session, remote, stopped))
                            .filter(each -> !(each instanceof Recheck.Nothing));
            shown.ifPresent(more -> tell.accept(Diagnosis.of(evidence.with(more))));
        }
    }

    private Evidence evidence(SessionView session, HostNetworks here) {
        Evidence evidence = Evidence.of(session, here, new Recheck.Nothing());
        return evidence.targetIsHere()
                ? evidence.with(bindings.apply(session.plan().port()))
                : evidence;
    }

    private Recheck look(SessionView session, InetSocketAddress remote, BooleanSupplier stopped) {
        // The question about lost pings has the number above the run's.
        return recheck.look(
                remote, session.statistics().sent() + 2, session.plan().messageBytes(), stopped);
    }

    /** Not after the person stopped the run, and not if only the run's own pings may be sent. */
    private static boolean mayLook(SessionView session) {
        return session.plan().verdicts()
                && session.outcome().equals(Optional.of(Outcome.COMPLETED));
    }

    /** Carried into another network, the machine is seen under another address. */
    private Set<InetAddress> seenFrom(Set<HostAddress> own) {
        return seenOutside.entrySet().stream()
                .filter(each -> each.getValue().equals(own))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void remember(SessionView session, Set<HostAddress> own) {
        if (session.seenThroughNat() && !own.isEmpty()) {
            session.mappedAddress()
                    .map(InetSocketAddress::getAddress)
                    .filter(seen -> AddressScope.of(seen) == AddressScope.PUBLIC)
                    .ifPresent(seen -> seenOutside.put(seen, own));
        }
    }
}
