package pingmonitor.router;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import pingmonitor.router.ForwardingState.Removal;
import pingmonitor.router.ForwardingState.Why;

/**
 * The state machine of a forwarding, without a thread of its own. Each step does what is due and says when the next is.
 */
final class ForwardingRun {
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY_OF_LOST = Duration.ofSeconds(10);
    private static final Duration MAX_RETRY = Duration.ofMinutes(15);
    private static final int MAX_DOUBLINGS = 8;

    private final ForwardingPlan plan;
    private final RouterEnvironment environment;
    private final NotedMappings mappings;
    private final StaleMappings leftovers;
    private final ForwardingPublisher publisher;
    private final ForwardingRequests requests;

    private final long startNanos;

    private List<Gateway> gateways = List.of();
    private Set<InetAddress> addresses = Set.of();
    private Optional<RouterClient> client = Optional.empty();
    private Optional<MappingNegotiation.Waiting> waiting = Optional.empty();

    /** Permanent mappings that the person declined, of routers that make one at every request. */
    private final Set<ForwardingState.NeedsPermanent> declined = new HashSet<>();

    /** The router's latest external address. */
    private Optional<InetAddress> outside = Optional.empty();

    private EpochWatch epoch = new EpochWatch();
    private boolean cleaned;
    private int failures;
    private long dueNanos;
    private long endNanos;
    private long lookNanos;

    ForwardingRun(
            ForwardingPlan plan,
            RouterEnvironment environment,
            NotedMappings mappings,
            StaleMappings leftovers,
            ForwardingPublisher publisher,
            ForwardingRequests requests) {
        this.plan = plan;
        this.environment = environment;
        this.mappings = mappings;
        this.leftovers = leftovers;
        this.publisher = publisher;
        this.requests = requests;
        this.startNanos = nanos();
    }

    /** Whether the last state is told. */
    boolean isOver() {
        return publisher.now().state() instanceof ForwardingState.Closed;
    }

    /** Does what is due. Returns the time until the next step in ns; a request wakes it earlier. */
    long step() {
        if (requests.isStopping()) {
            close();
            return 0;
        }
        ForwardingState before = publisher.now().state();
        if (before instanceof ForwardingState.Looking) {
            addresses = environment.addresses().get();
            look();
            publisher.change(new ForwardingState.NeedsConsent());
        } else if (nanos() - lookNanos >= 0) {
            followNetwork();
        }
        ForwardingState state = publisher.now().state();
        if (state instanceof ForwardingState.NeedsConsent) {
            if (mayAsk()) {
                ask(Why.REFUSED);
            }
        } else if (state instanceof ForwardingState.NeedsPermanent question) {
            requests.permanent(question).ifPresent(this::decide);
        } else if (state instanceof ForwardingState.Standing standing) {
            if (isDue() | requests.takeAgain() | hasForgotten()) {
                renew(standing.mapping());
            }
        } else if (state instanceof ForwardingState.Failed failed) {
            if (isDue() | requests.takeAgain()) {
                look();
                ask(failed.why());
            }
        }
        warn();
        return untilNext();
    }

    private void look() {
        gateways = environment.gateways().get();
        lookNanos = nanos() + LOOK_NANOS;
        tellByHand(gateways.stream().findFirst());
    }

    private void tellByHand(Optional<Gateway> gateway) {
        Optional<ManualEntry> byHand =
                gateway.map(
                        each -> new ManualEntry(each, plan.externalPort(), plan.internalPort()));
        boolean first = publisher.now().state() instanceof ForwardingState.Looking;
        if (first || !byHand.equals(publisher.now().byHand())) {
            publisher.looked(byHand);
        }
    }

    /** After a change of network there may be another router, or another address of this machine. */
    private void followNetwork() {
        lookNanos = nanos() + LOOK_NANOS;
        Set<InetAddress> there = environment.addresses().get();
        if (there.equals(addresses)) {
            return;
        }
        addresses = there;
        Optional<Gateway> before = gateways.stream().findFirst();
        look();
        if (before.equals(gateways.stream().findFirst())) {
            return;
        }
        requests.forgetSeen();
        ForwardingState state = publisher.now().state();
        if (!(state instanceof ForwardingState.NeedsConsent)) {
            publisher.now().mapping().ifPresent(this::leave);
            letGo();
            ask(state instanceof ForwardingState.Standing ? Why.LOST : Why.REFUSED);
        }
    }

    /** The old router can be reached only if this machine still has its address there. */
    private void leave(Mapping mapping) {
        if (addresses.contains(mapping.gateway().ownAddress())) {
            mappings.remove(client.orElseThrow(), mapping);
        } else {
            mappings.leave();
        }
    }

    /** Without a router nothing is sent, and a person who agreed learns that there is none. */
    private boolean mayAsk() {
        return gateways.isEmpty()
                ? requests.isAgreed()
                : requests.isAgreed(gateways.get(0).address());
    }

    private void ask(Why why) {
        if (!mayAsk()) {
            publisher.change(new ForwardingState.NeedsConsent());
            return;
        }
        publisher.begin();
        if (gateways.isEmpty()) {
            fail(Why.NO_ROUTER);
        } else {
            inquire(why);
        }
        if (!cleaned) {
            // After the question, whose answer is waited for.
            cleaned = true;
            leftovers
                    .remove(publisher.now().mapping(), requests::isStopping)
                    .forEach(publisher::leftoverRemoved);
        }
    }

    private void inquire(Why why) {
        Set<InetAddress> notAgain =
                declined.stream()
                        .filter(each -> requests.permanent(each).equals(Optional.of(false)))
                        .map(ForwardingState.NeedsPermanent::router)
                        .collect(Collectors.toSet());
        MappingNegotiation.Result result =
                new MappingNegotiation(plan, environment, publisher, requests, mappings, notAgain)
                        .ask(gateways);
        if (result instanceof MappingNegotiation.Granted granted) {
            client = Optional.of(granted.client());
            epoch = new EpochWatch();
            watchEpoch(granted.grant());
            stand(granted.mapping());
        } else if (result instanceof MappingNegotiation.Waiting asks) {
            waiting = Optional.of(asks);
            requests.permanent(asks.question())
                    .ifPresentOrElse(this::decide, () -> publisher.change(asks.question()));
        } else {
            fail(why == Why.LOST ? why : Why.REFUSED);
        }
    }

    private void stand(Mapping mapping) {
        failures = 0;
        dueNanos = nanos() + Duration.between(mapping.madeAt(), mapping.renewAt()).toNanos();
        endNanos = nanos() + mapping.lease().orElse(plan.lease()).toNanos();
        if (!mapping.gateway().address().equals(gateways.get(0).address())) {
            // Found by search: the guess was wrong.
            tellByHand(Optional.of(mapping.gateway()));
        }
        publisher.change(new ForwardingState.Standing(mapping));
    }

    private void decide(boolean wanted) {
        MappingNegotiation.Waiting asked = waiting.orElseThrow();
        if (!wanted) {
            if (asked.ignoresLeases()) {
                declined.add(asked.question());
            }
            letGo();
            fail(Why.REFUSED);
            return;
        }
        publisher.change(new ForwardingState.Asking());
        RouterClient router = asked.client();
        Deadline deadline =
                Deadline.in(
                        environment.nanoTime(),
                        MappingNegotiation.TIME_NANOS,
                        requests::isStopping);
        RouterClient.Answer answer =
                mappings.make(router, asked.gateway(), asked.externalPort(), deadline);
        if (answer instanceof RouterClient.Grant grant) {
            Mapping mapping = Leases.mapping(router.protocol(), grant, plan, environment.wall());
            publisher.answered(router.protocol(), new MappingAttempt.Granted(mapping));
            waiting = Optional.empty();
            client = Optional.of(router);
            stand(mapping);
        } else {
            MappingRefusal refusal = ((RouterClient.Denial) answer).refusal();
            publisher.answered(router.protocol(), new MappingAttempt.Refused(refusal));
            letGo();
            fail(Why.REFUSED);
        }
    }

    private void renew(Mapping mapping) {
        RouterClient router = client.orElseThrow();
        Duration lease = mapping.lease().isPresent() ? plan.lease() : Duration.ZERO;
        Duration time = Leases.timeToRenew(Duration.ofNanos(endNanos - nanos()));
        RouterClient.Answer answer =
                router.map(
                        new RouterClient.Ask(
                                plan.internalPort(), mapping.externalPort(), lease, true),
                        Deadline.in(environment.nanoTime(), time.toNanos(), requests::isStopping));
        if (answer instanceof RouterClient.Grant grant) {
            watchEpoch(grant);
            stand(Leases.mapping(router.protocol(), grant, plan, environment.wall()));
        } else if (!requests.isStopping()) {
            notRenewed(mapping, ((RouterClient.Denial) answer).refusal());
        }
    }

    /** Silence may pass; a router that says no has forgotten the mapping, or has given the port away. */
    private void notRenewed(Mapping mapping, MappingRefusal refusal) {
        publisher.answered(mapping.protocol(), new MappingAttempt.Refused(refusal));
        Duration left = Duration.ofNanos(endNanos - nanos());
        boolean silent =
                refusal.kind() == MappingRefusal.Kind.NO_ANSWER
                        || refusal.kind() == MappingRefusal.Kind.NOT_SENT;
        boolean mayStand = mapping.lease().isEmpty() || !left.isNegative() && !left.isZero();
        if (silent && mayStand) {
            Duration wait = Leases.untilRetry(left);
            dueNanos = nanos() + wait.toNanos();
            Instant retry = environment.wall().instant().plus(wait);
            publisher.change(new ForwardingState.Standing(mapping.renewedAt(retry)));
        } else {
            if (!silent) {
                mappings.removeRefused(client.orElseThrow(), mapping, refusal);
            }
            letGo();
            look();
            ask(Why.LOST);
        }
    }

    /** UPnP has no epoch: any announcement of such a router that does not begin now means a restart. */
    private void watchEpoch(RouterClient.Grant grant) {
        epoch.forgot(grant.epochSeconds().orElse(0), seconds());
    }

    /** Whether the router says that it began anew and so forgot the mapping. */
    private boolean hasForgotten() {
        return requests.takeAnnouncement()
                .filter(said -> isFromOurs(said.router()))
                .filter(said -> epoch.forgot(said.epochSeconds(), seconds()))
                .isPresent();
    }

    private boolean isFromOurs(InetAddress router) {
        return publisher
                .now()
                .mapping()
                .filter(mapping -> mapping.gateway().address().equals(router))
                .isPresent();
    }

    private void fail(Why why) {
        Duration first = why == Why.LOST ? FIRST_RETRY_OF_LOST : FIRST_RETRY;
        Duration wait = first.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures++));
        if (wait.compareTo(MAX_RETRY) > 0) {
            wait = MAX_RETRY;
        }
        dueNanos = nanos() + wait.toNanos();
        publisher.change(new ForwardingState.Failed(why, environment.wall().instant().plus(wait)));
    }

    /** Closes the clients. A mapping that is left ends with its lease, or is removed by its note. */
    private void letGo() {
        client.ifPresent(RouterClient::close);
        client = Optional.empty();
        waiting.map(MappingNegotiation.Waiting::client).ifPresent(RouterClient::close);
        waiting = Optional.empty();
    }

    private void warn() {
        followOutside();
        publisher.warned(
                ExternalAddress.warnings(
                        publisher.now().externalAddress(), own().flatMap(requests::seen)));
    }

    /** When the router has another address outside, this machine is seen under another one, too. */
    private void followOutside() {
        Optional<InetAddress> now = publisher.now().externalAddress();
        if (outside.isPresent() && now.isPresent() && !outside.equals(now)) {
            requests.forgetSeen();
        }
        outside = now.or(() -> outside);
    }

    /** This machine's address towards the router. */
    private Optional<InetAddress> own() {
        return publisher
                .now()
                .mapping()
                .map(Mapping::gateway)
                .or(() -> gateways.stream().findFirst())
                .map(Gateway::ownAddress);
    }

    private void close() {
        Optional<Mapping> mapping = publisher.now().mapping();
        if (mapping.isPresent()) {
            publisher.change(new ForwardingState.Closing());
        }
        boolean gone = mapping.isEmpty() || mappings.remove(client.orElseThrow(), mapping.get());
        letGo();
        publisher.change(closed(mapping, gone));
    }

    private ForwardingState.Closed closed(Optional<Mapping> mapping, boolean gone) {
        if (mappings.isAnyLeft()) {
            return new ForwardingState.Closed(Removal.LEFT_FOR_NEXT_START);
        } else if (!gone) {
            return new ForwardingState.Closed(
                    Removal.ENDS_WITH_LEASE, mapping.flatMap(Mapping::endsAt));
        }
        return new ForwardingState.Closed(
                mapping.isPresent() ? Removal.REMOVED : Removal.NONE_NEEDED);
    }

    private boolean isDue() {
        return dueNanos - nanos() <= 0;
    }

    private long untilNext() {
        ForwardingState state = publisher.now().state();
        long untilLook = Math.max(0, lookNanos - nanos());
        boolean hasDue =
                state instanceof ForwardingState.Standing
                        || state instanceof ForwardingState.Failed;
        return hasDue ? Math.min(untilLook, Math.max(0, dueNanos - nanos())) : untilLook;
    }

    private long nanos() {
        return environment.nanoTime().getAsLong();
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(nanos() - startNanos);
    }
}
