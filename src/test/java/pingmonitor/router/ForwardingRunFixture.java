package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A forwarding run with scripted routers and a clock that the test moves. */
abstract class ForwardingRunFixture {
    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    static final InetAddress EXTERNAL_ADDRESS = ip("203.0.113.7");
    static final Gateway OTHER_ROUTER = new Gateway(ip("10.0.0.1"), ip("10.0.0.7"), "eth0", true);
    static final ForwardingState.NeedsPermanent PERMANENT_QUESTION =
            new ForwardingState.NeedsPermanent(HOME.address(), 12_000);

    final List<ForwardingEvent> events = new ArrayList<>();
    final NotesInMemory notes = new NotesInMemory();
    final ScriptedClient pcp = new ScriptedClient(Protocol.PCP);
    final ScriptedClient natPmp = new ScriptedClient(Protocol.NAT_PMP);
    final ScriptedClient upnp = new ScriptedClient(Protocol.UPNP);

    List<Gateway> gateways = List.of(HOME);
    Set<InetAddress> addresses = Set.of(HOME.ownAddress());
    long nanos = Long.MAX_VALUE - 1_000_000;
    long elapsedNanos;
    long routerBegan = -Duration.ofSeconds(1_000).toNanos();
    ForwardingRequests requests = new ForwardingRequests(Consent.GIVEN);
    ForwardingPublisher publisher = new ForwardingPublisher(events::add);
    ForwardingRun run = run();

    void begin(Consent consent) {
        requests = new ForwardingRequests(consent);
        run = run();
    }

    ForwardingRun run() {
        RouterEnvironment environment =
                new RouterEnvironment(
                        () -> nanos,
                        () -> START.plusNanos(elapsedNanos),
                        () -> gateways,
                        () -> addresses,
                        gateway -> List.of(pcp, natPmp, upnp));
        ForwardingPlan plan = new ForwardingPlan(12_000, 12_000);
        // Stale mappings are removed with real sockets, so this environment has no router.
        RouterEnvironment withoutRouter =
                new RouterEnvironment(
                        environment.nanoTime(),
                        environment.wall(),
                        List::of,
                        environment.addresses(),
                        environment.clients());
        return new ForwardingRun(
                plan,
                environment,
                new NotedMappings(plan, environment, notes),
                new StaleMappings(notes, withoutRouter, RouterPorts.STANDARD),
                publisher,
                requests);
    }

    /** Moves the clock from one due moment to the next, as the thread of the run does. */
    void advance(Duration time) {
        long left = time.toNanos();
        while (left > 0) {
            long step = Math.min(left, Math.max(1, run.step()));
            nanos += step;
            elapsedNanos += step;
            left -= step;
        }
        run.step();
    }

    /**
     * Makes a gateway the only router of this machine.
     *
     * @param stillThere further addresses that this machine keeps
     */
    void useRouter(Gateway gateway, InetAddress... stillThere) {
        gateways = List.of(gateway);
        addresses = new HashSet<>(List.of(stillThere));
        addresses.add(gateway.ownAddress());
        advance(Duration.ofSeconds(5));
    }

    void stop() {
        requests.stop();
        run.step();
    }

    ForwardingState state() {
        return publisher.now().state();
    }

    Mapping mapping() {
        return publisher.now().mapping().orElseThrow(() -> new AssertionError(state().toString()));
    }

    ForwardingState.Failed failed() {
        return assertInstanceOf(ForwardingState.Failed.class, state());
    }

    RouterClient.Answer grant(RouterClient.Ask ask, long seconds) {
        return grant(ask.externalPort(), seconds);
    }

    /** Grants a mapping and tells the router's uptime, which is 1000 s at the start. */
    RouterClient.Answer grant(int externalPort, long seconds) {
        return new RouterClient.Grant(
                gateways.get(0),
                Optional.of(EXTERNAL_ADDRESS),
                externalPort,
                Duration.ofSeconds(seconds),
                OptionalLong.of(Duration.ofNanos(elapsedNanos - routerBegan).toSeconds()));
    }

    static RouterClient.Answer onlyPermanent() {
        return deny(MappingRefusal.Kind.ONLY_PERMANENT);
    }

    /** Gives no answer, although the router may have made the mapping. */
    static RouterClient.Answer silence(RouterClient.Ask ask) {
        return RouterClient.Denial.silent(ask, Optional.empty());
    }

    static RouterClient.Answer deny(MappingRefusal.Kind kind) {
        return new RouterClient.Denial(MappingRefusal.of(kind));
    }

    static MappingAttempt.Refused refused(MappingRefusal.Kind kind) {
        return new MappingAttempt.Refused(MappingRefusal.of(kind));
    }
}
