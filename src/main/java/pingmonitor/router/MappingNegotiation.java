package pingmonitor.router;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks for a mapping once: router by router, protocol by protocol, port by port, until one is granted. */
final class MappingNegotiation {
    /** Time for all routers and protocols together. */
    static final long TIME_NANOS = TimeUnit.SECONDS.toNanos(3);

    /**
     * The share of each protocol but the last, which takes longest and gets the rest. Of all of the time it is 800 ms,
     * in which three datagrams are sent.
     */
    private static final int TURN_PARTS = 4;

    private static final int PARTS = 15;

    /** Time for removing what the router may have made. */
    private static final long TAKE_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    /** The same while there are other protocols to try: one datagram is sent, with a short wait. */
    private static final long ONE_DATAGRAM_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Number of guesses tried where the system names no router. */
    private static final int MAX_GUESSES = 2;

    private final ForwardingPlan plan;
    private final RouterEnvironment environment;
    private final ForwardingPublisher publisher;
    private final ForwardingRequests requests;
    private final NotedMappings mappings;
    private final Set<InetAddress> declined;
    private Optional<Waiting> waiting = Optional.empty();

    /**
     * @param declined routers that make only permanent mappings, which the person declined
     */
    MappingNegotiation(
            ForwardingPlan plan,
            RouterEnvironment environment,
            ForwardingPublisher publisher,
            ForwardingRequests requests,
            NotedMappings mappings,
            Set<InetAddress> declined) {
        this.plan = plan;
        this.environment = environment;
        this.publisher = publisher;
        this.requests = requests;
        this.mappings = mappings;
        this.declined = declined;
    }

    sealed interface Result {}

    record Granted(RouterClient client, RouterClient.Grant grant, Mapping mapping)
            implements Result {}

    /**
     * The router would make one without an end; the person has to be asked.
     *
     * @param ignoresLeases whether it made one without an end although one with an end was asked for
     */
    record Waiting(RouterClient client, Gateway gateway, int externalPort, boolean ignoresLeases)
            implements Result {

        /** What the person is asked. */
        ForwardingState.NeedsPermanent question() {
            return new ForwardingState.NeedsPermanent(gateway.address(), externalPort);
        }
    }

    record Nothing() implements Result {}

    Result ask(List<Gateway> gateways) {
        Deadline deadline = Deadline.in(environment.nanoTime(), TIME_NANOS, requests::isStopping);
        boolean certain = gateways.stream().anyMatch(Gateway::certain);
        List<Gateway> tried = gateways.stream().limit(certain ? 1 : MAX_GUESSES).toList();
        for (int i = 0; i < tried.size(); i++) {
            Deadline turn = deadline.share(1, tried.size() - i);
            Optional<Granted> granted = ask(tried.get(i), turn);
            if (granted.isPresent()) {
                waiting.ifPresent(each -> each.client().close());
                return granted.get();
            }
        }
        return waiting.map(Result.class::cast).orElseGet(Nothing::new);
    }

    private Optional<Granted> ask(Gateway gateway, Deadline deadline) {
        List<RouterClient> clients = environment.clients().apply(gateway);
        clients.forEach(client -> client.prepare(deadline));
        long turn = Math.max(0, deadline.leftNanos()) / PARTS * TURN_PARTS;
        Optional<Granted> granted = Optional.empty();
        for (RouterClient client : clients) {
            if (granted.isPresent()) {
                publisher.answered(client.protocol(), new MappingAttempt.NotNeeded());
            } else if (!requests.isStopping()) {
                boolean last = client == clients.get(clients.size() - 1);
                granted = ask(client, gateway, last ? deadline : deadline.within(turn));
            }
            boolean isKept =
                    granted.filter(each -> each.client() == client).isPresent()
                            || waiting.filter(each -> each.client() == client).isPresent();
            if (!isKept) {
                client.close();
            }
        }
        return granted;
    }

    private Optional<Granted> ask(RouterClient client, Gateway gateway, Deadline deadline) {
        if (client.protocol() == Protocol.UPNP && declined.contains(gateway.address())) {
            MappingRefusal known = MappingRefusal.of(MappingRefusal.Kind.ONLY_PERMANENT);
            publisher.answered(client.protocol(), new MappingAttempt.Refused(known));
            return Optional.empty();
        }
        publisher.asking(client.protocol(), gateway);
        Tried tried = askPorts(client, plan.lease(), deadline);
        if (tried.answer() instanceof RouterClient.Grant grant) {
            Mapping mapping = Leases.mapping(client.protocol(), grant, plan, environment.wall());
            if (deadline.isPassed()) {
                // There was no time left to have told what was made, such as for how long.
                mapping = mapping.renewedAt(mapping.madeAt().plus(Leases.SHORTEST_WAIT));
            }
            publisher.answered(client.protocol(), new MappingAttempt.Granted(mapping));
            return Optional.of(new Granted(client, grant, mapping));
        }
        RouterClient.Denial denial = (RouterClient.Denial) tried.answer();
        MappingRefusal refusal = denial.refusal();
        publisher.answered(client.protocol(), new MappingAttempt.Refused(refusal));
        boolean goesOn = client.protocol() != Protocol.UPNP && !requests.isStopping();
        mappings.takeBack(client, gateway, denial, goesOn ? ONE_DATAGRAM_NANOS : TAKE_BACK_NANOS);
        boolean mayAsk =
                refusal.kind() == MappingRefusal.Kind.ONLY_PERMANENT && !requests.isStopping();
        if (mayAsk && waiting.isEmpty()) {
            boolean ignoresLeases = denial.openPort().isPresent();
            waiting = Optional.of(new Waiting(client, gateway, tried.port(), ignoresLeases));
        }
        return Optional.empty();
    }

    /** The last answer, and for which port. */
    record Tried(RouterClient.Answer answer, int port) {}

    private Tried askPorts(RouterClient client, Duration lease, Deadline deadline) {
        List<Integer> ports = OtherPorts.from(plan.externalPort());
        for (int i = 0; ; i++) {
            int port = ports.get(i);
            RouterClient.Answer answer =
                    client.map(
                            new RouterClient.Ask(plan.internalPort(), port, lease, false),
                            deadline);
            boolean taken =
                    answer instanceof RouterClient.Denial denial
                            && denial.refusal().kind() == MappingRefusal.Kind.PORT_TAKEN;
            if (!taken) {
                return new Tried(answer, port);
            }
            boolean goesOn = i + 1 < ports.size() && !deadline.isPassed();
            publisher.portTaken(
                    new ForwardingEvent.PortTaken(
                            client.protocol(),
                            port,
                            goesOn ? OptionalInt.of(ports.get(i + 1)) : OptionalInt.empty()));
            if (!goesOn) {
                return new Tried(answer, port);
            }
        }
    }
}
