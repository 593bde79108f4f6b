package pingmonitor.network.diagnosis;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.session.Session;

/**
 * Examines runs in the light of this machine's network, and looks again from an unconnected socket where a whole run heard
 * nothing. Remembers under which public addresses servers saw this machine.
 */
public final class NetworkExaminer implements Examiner {
    private final Supplier<Surroundings> surroundings;
    private final SourceRecheck recheck;
    private final Set<InetAddress> seenOutside = ConcurrentHashMap.newKeySet();

    /** The real one. */
    public NetworkExaminer() {
        this(Surroundings::ask, SourceRecheck.udp());
    }

    NetworkExaminer(Supplier<Surroundings> surroundings, SourceRecheck recheck) {
        this.surroundings = surroundings;
        this.recheck = recheck;
    }

    @Override
    public void examine(Session session, BooleanSupplier stopped, Consumer<List<Finding>> tell) {
        remember(session);
        Surroundings here = new Surroundings(surroundings.get().own(), seenOutside);
        Evidence evidence = Evidence.of(session, here, new Recheck.Nothing());
        tell.accept(Diagnosis.of(evidence));
        if (evidence.silence() && mayLook(session)) {
            Optional<Recheck> shown =
                    session.remote()
                            .map(remote -> look(session, remote, stopped))
                            .filter(each -> !(each instanceof Recheck.Nothing));
            shown.ifPresent(more -> tell.accept(Diagnosis.of(evidence.with(more))));
        }
    }

    private Recheck look(Session session, InetSocketAddress remote, BooleanSupplier stopped) {
        return recheck.look(
                remote, session.statistics().sent() + 1, session.plan().messageBytes(), stopped);
    }

    /** Not after the person stopped the run, and not where only the run's own pings shall leave. */
    private static boolean mayLook(Session session) {
        return session.plan().verdicts()
                && session.outcome().equals(Optional.of(Outcome.COMPLETED));
    }

    private void remember(Session session) {
        if (session.seenThroughNat()) {
            session.seenAs()
                    .map(InetSocketAddress::getAddress)
                    .filter(seen -> AddressScope.of(seen) == AddressScope.PUBLIC)
                    .ifPresent(seenOutside::add);
        }
    }
}
