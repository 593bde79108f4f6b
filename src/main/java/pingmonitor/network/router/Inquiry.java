package pingmonitor.network.router;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Asks for a mapping once: router by router, protocol by protocol, port by port, until one is granted. */
final class Inquiry {
    /** In all. */
    static final long TIME_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** For each protocol but the last, which takes longest and gets the rest: three datagrams are sent in it. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    /** For taking back what may have been granted while it was called off. */
    private static final long TAKE_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    /** Where the system names no router, so many guesses are tried. */
    private static final int MOST_GUESSES = 2;

    private final ForwardingPlan plan;
    private final Surroundings around;
    private final Telling telling;
    private final Wishes wishes;
    private Optional<Waiting> waiting = Optional.empty();

    Inquiry(ForwardingPlan plan, Surroundings around, Telling telling, Wishes wishes) {
        this.plan = plan;
        this.around = around;
        this.telling = telling;
        this.wishes = wishes;
    }

    /** What came of it. */
    sealed interface Result {}

    /** Granted. */
    record Granted(RouterClient client, RouterClient.Grant grant, Mapping mapping)
            implements Result {}

    /** The router would make one without an end; the person has to be asked. */
    record Waiting(RouterClient client, Gateway gateway, int externalPort) implements Result {}

    /** In no way. */
    record Nothing() implements Result {}

    Result ask(List<Gateway> gateways) {
        Deadline deadline = Deadline.in(around.nanoTime(), TIME_NANOS, wishes::isStopping);
        boolean certain = gateways.stream().anyMatch(Gateway::certain);
        List<Gateway> tried = gateways.stream().limit(certain ? 1 : MOST_GUESSES).toList();
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
        List<RouterClient> clients = around.clients().apply(gateway);
        clients.forEach(client -> client.prepare(deadline));
        Optional<Granted> granted = Optional.empty();
        for (RouterClient client : clients) {
            if (granted.isPresent()) {
                telling.answered(new Attempt(client.protocol(), new Attempt.NotNeeded()));
            } else if (!wishes.isStopping()) {
                boolean last = client == clients.get(clients.size() - 1);
                granted = ask(client, gateway, last ? deadline : turn(deadline));
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

    private Deadline turn(Deadline deadline) {
        long nanos = Math.min(TURN_NANOS, Math.max(0, deadline.leftNanos()));
        return Deadline.in(around.nanoTime(), nanos, deadline.calledOff());
    }

    private Optional<Granted> ask(RouterClient client, Gateway gateway, Deadline deadline) {
        telling.asking(client.protocol(), gateway);
        Tried tried = askPorts(client, plan.lease(), deadline);
        if (tried.answer() instanceof RouterClient.Grant grant) {
            Mapping mapping = Leases.mapping(client.protocol(), grant, plan, around.wall());
            telling.answered(new Attempt(client.protocol(), new Attempt.Granted(mapping)));
            return Optional.of(new Granted(client, grant, mapping));
        }
        Refusal refusal = ((RouterClient.Denial) tried.answer()).refusal();
        if (wishes.isStopping()) {
            takeBack(client, gateway, tried.port());
        } else if (refusal.kind() == Refusal.Kind.ONLY_PERMANENT) {
            waiting = Optional.of(new Waiting(client, gateway, tried.port()));
        }
        telling.answered(new Attempt(client.protocol(), new Attempt.Refused(refusal)));
        return Optional.empty();
    }

    /** Nobody waited for the answer: it may have been a yes. */
    private void takeBack(RouterClient client, Gateway gateway, int port) {
        RouterClient.Grant maybe =
                new RouterClient.Grant(
                        gateway,
                        Optional.empty(),
                        port,
                        Duration.ofSeconds(1),
                        OptionalLong.empty());
        client.unmap(
                Leases.mapping(client.protocol(), maybe, plan, around.wall()),
                Deadline.in(around.nanoTime(), TAKE_BACK_NANOS, () -> false));
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
                            && denial.refusal().kind() == Refusal.Kind.PORT_TAKEN;
            if (!taken) {
                return new Tried(answer, port);
            }
            boolean goesOn = i + 1 < ports.size() && !deadline.isPassed();
            telling.portTaken(
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
