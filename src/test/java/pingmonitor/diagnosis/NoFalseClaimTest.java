package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pingmonitor.host.OperatingSystem;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.session.Statistics;

/** Whatever happens in a run: no finding contradicts it, and silence alone leads to no claim. */
class NoFalseClaimTest {
    private static final int RUNS = 5_000;
    private static final String[] TARGETS = {
        "127.0.0.1",
        "192.168.1.7",
        "192.168.1.20",
        "10.77.1.2",
        "100.64.1.2",
        "169.254.1.2",
        "198.51.100.20",
        "2001:db8::5",
        "fd00::5"
    };
    private static final Set<Cause> ABOUT_SILENCE =
            EnumSet.of(
                    Cause.SILENCE_HERE,
                    Cause.SILENCE_HELD,
                    Cause.OWN_SERVER_SILENT,
                    Cause.SILENCE_NEAR,
                    Cause.SILENCE_FAR);
    private static final Set<Cause> ABOUT_THE_ADDRESS =
            EnumSet.of(
                    Cause.PRIVATE_ELSEWHERE,
                    Cause.CARRIER_INSIDE,
                    Cause.LINK_LOCAL_ELSEWHERE,
                    Cause.OWN_PUBLIC_ADDRESS);
    private static final Set<Cause> LIKE_BOOK =
            EnumSet.of(Cause.LIKE_THE_BOOK, Cause.LIKE_THE_BOOKS_PYTHON, Cause.LIKE_EITHER_BOOK);

    @Test
    void noFindingContradictsTheEvidence() {
        Random random = new Random(2026);
        Set<Cause> met = new HashSet<>();
        for (int run = 0; run < RUNS; run++) {
            Story story = story(random);
            HostNetworks here =
                    random.nextInt(8) == 0
                            ? HostNetworks.UNKNOWN
                            : on(system(random), Story.homeWith(server(random)));
            Evidence evidence = evidence(story, here, random);
            List<Finding> findings = Diagnosis.of(evidence);
            findings.forEach(finding -> check(finding, evidence, findings));
            boolean lost = evidence.outcome().isPresent() && evidence.statistics().lost() > 0;
            assertTrue(!lost || !findings.isEmpty(), () -> "nothing said of " + evidence);
            assertEquals(
                    findings.size(),
                    new HashSet<>(Story.causes(findings)).size(),
                    () -> "a cause twice: " + findings);
            met.addAll(Story.causes(findings));
        }
        assertTrue(met.size() > 20, () -> "the runs met only " + met);
    }

    private static Evidence evidence(Story story, HostNetworks here, Random random) {
        Evidence evidence = story.evidence(here);
        if (evidence.targetIsHere()) {
            evidence = evidence.with(bindings(random));
        }
        if (!evidence.silence()) {
            return evidence;
        }
        return switch (random.nextInt(3)) {
            case 0 -> evidence;
            case 1 -> {
                Duration rtt = Duration.ofMillis(1 + random.nextInt(1_500));
                yield evidence.with(new Recheck.AnswersNow(story.server(), rtt, rtt));
            }
            default ->
                    evidence.with(
                            new Recheck.Elsewhere(
                                    Story.endpoint("198.51.100.99:9"), story.server()));
        };
    }

    private static Story story(Random random) {
        Story story = Story.to(TARGETS[random.nextInt(TARGETS.length)]);
        String fates =
                List.of("x", "x", ".x", "..x", "p", "h", ".p", "xh", "x.h", "xp")
                        .get(random.nextInt(10));
        int pings = random.nextInt(30);
        for (int ping = 0; ping < pings; ping++) {
            story.pings(String.valueOf(fates.charAt(random.nextInt(fates.length()))));
        }
        if (random.nextInt(4) == 0) {
            story.late(1_000 + random.nextInt(9_000));
        }
        if (pings > 0 && random.nextInt(4) == 0) {
            story.heldUp(1 + random.nextInt(1_000));
        }
        if (random.nextInt(6) == 0) {
            story.foreign();
        }
        if (random.nextInt(4) == 0) {
            LossLocation[] places = {
                LossLocation.FORWARD_PATH,
                LossLocation.RETURN_PATH,
                LossLocation.SERVER,
                LossLocation.LIMITED
            };
            story.lostAt(places[random.nextInt(places.length)]);
        }
        if (random.nextInt(6) == 0) {
            story.mappedAddress("203.0.113.9:40000", "192.168.1.7:50000");
        }
        return random.nextInt(4) == 0
                ? story
                : story.over(random.nextBoolean() ? Outcome.COMPLETED : Outcome.STOPPED);
    }

    private static void check(Finding finding, Evidence evidence, List<Finding> all) {
        Statistics statistics = evidence.statistics();
        Cause cause = finding.cause();
        boolean answered = statistics.received() + statistics.late() > 0;
        boolean heard = evidence.asked() || statistics.heard();
        boolean refused = statistics.unreachable() > 0;
        if (ABOUT_SILENCE.contains(cause)) {
            claim(finding, all, !heard && !refused);
            claim(finding, all, evidence.outcome().isPresent());
            claim(finding, all, evidence.recheck() instanceof Recheck.Nothing);
        }
        if (ABOUT_THE_ADDRESS.contains(cause)) {
            claim(finding, all, !heard && statistics.portUnreachable() == 0);
            claim(finding, all, evidence.target().filter(evidence.here()::inOwnNetwork).isEmpty());
        }
        if (LIKE_BOOK.contains(cause)) {
            ConfidenceInterval interval = statistics.lossInterval().orElseThrow();
            double share = cause == Cause.LIKE_THE_BOOKS_PYTHON ? 4.0 / 11 : 0.3;
            claim(finding, all, interval.low() <= share && share <= interval.high());
            claim(finding, all, statistics.lossPlaces().known() == 0 && !refused);
        }
        boolean holds =
                switch (cause) {
                    case PORT_REFUSED, PORT_REFUSED_HERE ->
                            statistics.portUnreachable() > 0 && !heard;
                    case OWN_SERVER_AT_OTHER_PORT ->
                            statistics.portUnreachable() > 0
                                    && !heard
                                    && evidence.here().server() instanceof OwnServer.On on
                                    && on.port() != evidence.plan().port();
                    case BOUND_ELSEWHERE ->
                            !heard
                                    && refused
                                    && !evidence.bindings().addresses().isEmpty()
                                    && !evidence.portIsHeld();
                    case PORT_OPEN_NOW, PORT_OPEN_FOR_IPV6 ->
                            !heard && refused && evidence.portIsHeld();
                    case SILENCE_HELD -> evidence.portIsHeld();
                    case OWN_SERVER_ON_NOW, OWN_SERVER_SILENT ->
                            !heard
                                    && evidence.here().server() instanceof OwnServer.On on
                                    && on.port() == evidence.plan().port();
                    case PORT_REFUSED_AT_TIMES -> statistics.portUnreachable() > 0 && heard;
                    case SERVER_ENDED ->
                            statistics.portUnreachable() > 0
                                    && statistics.timedOut() > 0
                                    && (heard || evidence.refusalIsCertain());
                    case SERVER_MAY_HAVE_ENDED ->
                            statistics.portUnreachable() > 0
                                    && statistics.timedOut() > 0
                                    && !evidence.refusalIsCertain()
                                    && !heard;
                    case SERVER_ENDED_AFTER_REPLY -> statistics.portUnreachable() > 0 && answered;
                    case SERVER_STARTED -> statistics.portUnreachable() > 0 && heard;
                    case SERVER_STARTED_SILENT ->
                            statistics.portUnreachable() > 0
                                    && !heard
                                    && evidence.refusalIsCertain();
                    case SERVER_RESTARTED ->
                            statistics.portUnreachable() > 0
                                    && (answered || evidence.refusalIsCertain());
                    case HOST_UNREACHABLE -> statistics.unreachable() > 0 && !heard;
                    case HOST_UNREACHABLE_AT_TIMES ->
                            statistics.hostUnreachable() > 0
                                    && (heard || statistics.portUnreachable() > 0);
                    case QUESTION_ANSWERED -> evidence.asked() && !statistics.heard() && !refused;
                    case ONLY_LATE, ONE_MESSAGE_BEHIND ->
                            statistics.late() > 0 && statistics.received() == 0;
                    case SOME_LATE -> statistics.late() > 0 && statistics.received() > 0;
                    case SOME_NAME_NO_PING -> statistics.foreign() > 0 && answered;
                    case NAMES_NO_PING -> statistics.foreign() > 0 && !answered;
                    case LOST_THERE -> statistics.lossPlaces().there() > 0;
                    case LOST_BACK -> statistics.lossPlaces().back() > 0;
                    case DROPPED_BY_SERVER -> statistics.lossPlaces().server() > 0;
                    case REFUSED_BY_LIMITS -> statistics.lossPlaces().limited() > 0;
                    case NAT -> false;
                    case NAT_CHANGED -> evidence.natChanged();
                    case WENT_SILENT_HERE, SILENT_AT_FIRST_HERE ->
                            evidence.targetIsHere()
                                    && answered
                                    && !refused
                                    && finding.facts().get(1).equals(1L)
                                            == evidence.refusalIsCertain();
                    case LOST_WHILE_HELD_UP -> evidence.losses().lostHeldUp() > 0;
                    case TOO_FEW_PINGS -> answered && statistics.settled() < 10;
                    case UNLIKE_THE_BOOK -> answered && !evidence.targetIsHere();
                    case UNLIKE_THE_BOOK_HERE -> answered && evidence.targetIsHere();
                    case WENT_SILENT -> evidence.losses().endsLost() && answered;
                    case SILENT_AT_FIRST -> !evidence.losses().endsLost() && answered;
                    case BURSTS -> evidence.losses().longest() > 1 && answered;
                    case OTHER_SOURCE -> evidence.recheck() instanceof Recheck.Elsewhere;
                    case ANSWERS_NOW, ANSWERS_NOW_AFTER_FEW ->
                            evidence.recheck() instanceof Recheck.AnswersNow now
                                    && now.atLeast().compareTo(evidence.plan().timeout()) <= 0;
                    case ANSWERS_SLOWLY ->
                            evidence.recheck() instanceof Recheck.AnswersNow now
                                    && now.atLeast().compareTo(evidence.plan().timeout()) > 0;
                    default -> true;
                };
        claim(finding, all, holds);
    }

    private static PortBindings bindings(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> PortBindings.UNKNOWN;
            case 1 -> new PortBindings(true, List.of());
            case 2 -> new PortBindings(true, List.of(Story.address("127.0.0.1")));
            default -> new PortBindings(true, List.of(Story.address("0.0.0.0")));
        };
    }

    private static OperatingSystem system(Random random) {
        OperatingSystem[] systems = OperatingSystem.values();
        return systems[random.nextInt(systems.length)];
    }

    private static HostNetworks on(OperatingSystem system, HostNetworks home) {
        return new HostNetworks(
                home.own(), home.outside(), home.server(), home.wholeLoopback(), system);
    }

    private static OwnServer server(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new OwnServer.Off();
            case 1 -> new OwnServer.On(12_000);
            case 2 -> new OwnServer.On(13_000);
            default -> new OwnServer.None();
        };
    }

    private static void claim(Finding finding, List<Finding> all, boolean holds) {
        assertTrue(holds, () -> finding + " among " + Story.causes(all));
    }
}
