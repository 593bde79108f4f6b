package pingmonitor.diagnosis;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pingmonitor.host.HostAddress;
import pingmonitor.host.OperatingSystem;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.PingEvent.Refusal;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.Session;

/** A run told by a test, and what a machine in a home network makes of it. */
final class Story {
    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    /** A laptop in a home network. */
    static final HostNetworks HOME =
            here("127.0.0.1/8", "::1/128", "192.168.1.7/24", "fe80::7/64", "2001:db8:1::7/64");

    static final String NEAR = "192.168.1.20";
    static final String FAR = "198.51.100.20";

    /** The fates of ten pings that are all lost. */
    static final String ALL_LOST = "xxxxxxxxxx";

    final Session session;
    private long sequence;

    Story(PingPlan plan) {
        session = new Session(plan);
    }

    /** Ten pings to a computer in the home network. */
    static Story near() {
        return to(NEAR);
    }

    /** Ten pings to a computer on the internet. */
    static Story far() {
        return to(FAR);
    }

    /** Ten pings to an address, which is in use at once. */
    static Story to(String literal) {
        return new Story(PingPlan.lab(literal, 12_000)).started();
    }

    static Story toName(String name) {
        return new Story(PingPlan.lab(name, 12_000));
    }

    /** Ten pings to a name that stands for an address. */
    static Story ofNameAt(String name, String literal) {
        Story story = toName(name);
        InetSocketAddress remote = new InetSocketAddress(address(literal), 12_000);
        return story.tell(new PingEvent.Started(remote, START));
    }

    static Story atFixedRateTo(String literal) {
        return new Story(
                        new PingPlan(
                                literal,
                                12_000,
                                AddressFamily.ANY,
                                10,
                                Duration.ofSeconds(1),
                                new Pacing.FixedRate(Duration.ofMillis(10)),
                                0))
                .started();
    }

    static Story atPaceTo(String literal, Duration timeout, Pacing pacing) {
        return new Story(new PingPlan(literal, 12_000, AddressFamily.ANY, 10, timeout, pacing, 0))
                .started();
    }

    static Story withoutVerdictsTo(String literal) {
        PingPlan lab = PingPlan.lab(literal, 12_000);
        return new Story(
                        new PingPlan(
                                lab.host(),
                                lab.port(),
                                lab.family(),
                                lab.count(),
                                lab.timeout(),
                                lab.pacing(),
                                lab.messageBytes(),
                                false))
                .started();
    }

    Story started() {
        return tell(new PingEvent.Started(server(), START));
    }

    /** One letter a ping: {@code .} answered, {@code x} lost, {@code p} and {@code h} port and host refused. */
    Story pings(String fates) {
        fates.chars().forEach(fate -> ping((char) fate));
        return this;
    }

    Story late(long millis) {
        ping('x');
        return tell(new PingEvent.Late(sequence, millis * 1_000_000, reply()));
    }

    /** A ping whose reply names it so. */
    Story named(ReplyMatch match) {
        sequence++;
        tell(new PingEvent.Sent(sequence, START, 24));
        return tell(new PingEvent.Replied(sequence, 400_000, new Reply("1", 24, server(), match)));
    }

    /** A lost ping of which the server said where. */
    Story lostAt(LossLocation where) {
        ping('x');
        return tell(new PingEvent.Verdict(sequence, where));
    }

    Story foreign() {
        return tell(new PingEvent.Foreign(reply()));
    }

    Story heldUp(long millis) {
        return tell(new PingEvent.HeldUp(sequence, millis * 1_000_000));
    }

    Story notSent(Problem.Kind kind) {
        sequence++;
        return tell(new PingEvent.SendFailed(sequence, START, problem(kind)));
    }

    Story mappedAddress(String endpoint, String local) {
        return tell(new PingEvent.MappedAddress(endpoint(endpoint), endpoint(local), START));
    }

    Story failed(Problem.Kind kind) {
        tell(new PingEvent.Failed(problem(kind)));
        return over(Outcome.FAILED);
    }

    Story over() {
        return over(Outcome.COMPLETED);
    }

    Story over(Outcome outcome) {
        return tell(new PingEvent.Finished(outcome, START.plusSeconds(5)));
    }

    List<Finding> findings() {
        return findings(HOME);
    }

    List<Finding> findings(HostNetworks here) {
        return Diagnosis.of(evidence(here));
    }

    List<Cause> causes() {
        return causes(findings());
    }

    static List<Cause> causes(List<Finding> findings) {
        return findings.stream().map(Finding::cause).toList();
    }

    static List<Action> actions(Finding finding) {
        return finding.steps().stream().map(Step::action).toList();
    }

    Evidence evidence(HostNetworks here) {
        return Evidence.of(session, here, new Recheck.Nothing());
    }

    InetSocketAddress server() {
        return new InetSocketAddress(address(session.plan().host()), session.plan().port());
    }

    private void ping(char fate) {
        sequence++;
        tell(new PingEvent.Sent(sequence, START, 24));
        switch (fate) {
            case '.' -> tell(new PingEvent.Replied(sequence, 400_000, reply()));
            case 'x' -> tell(new PingEvent.TimedOut(sequence));
            case 'p' -> tell(new PingEvent.Unreachable(sequence, 300_000, Refusal.PORT));
            case 'h' -> tell(new PingEvent.Unreachable(sequence, 300_000, Refusal.HOST));
            case 'c' -> tell(new PingEvent.Cancelled(sequence));
            default -> throw new IllegalArgumentException("no fate: " + fate);
        }
    }

    private Story tell(PingEvent event) {
        session.apply(event);
        return this;
    }

    private Problem problem(Problem.Kind kind) {
        return Problem.of(kind, session.plan().host());
    }

    private Reply reply() {
        return new Reply(
                "PING " + sequence + " 1795342927.102331", 24, server(), ReplyMatch.VERIFIED);
    }

    /** A machine with these addresses, each with the length of its network's prefix. */
    static HostNetworks here(String... withPrefix) {
        List<HostAddress> own = new ArrayList<>();
        for (String each : withPrefix) {
            String[] parts = each.split("/");
            own.add(new HostAddress(address(parts[0]), Integer.parseInt(parts[1])));
        }
        return networks(own, Set.of(), new OwnServer.None());
    }

    /** The laptop in its home network, with this server of its own. */
    static HostNetworks homeWith(OwnServer server) {
        return networks(HOME.own(), HOME.outside(), server);
    }

    /** The laptop in its home network, with another system. */
    static HostNetworks homeOn(OperatingSystem system) {
        return new HostNetworks(
                HOME.own(), HOME.outside(), HOME.server(), HOME.wholeLoopback(), system);
    }

    /** A machine with Linux, whose server answers at the addresses that the interfaces list. */
    static HostNetworks networks(
            List<HostAddress> own, Set<InetAddress> outside, OwnServer server) {
        return new HostNetworks(own, outside, server, false, OperatingSystem.LINUX);
    }

    static InetSocketAddress endpoint(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(
                address(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
