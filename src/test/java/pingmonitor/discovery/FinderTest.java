package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.discovery.ScriptedLinks.CABLE;
import static pingmonitor.discovery.ScriptedLinks.WIFI;
import static pingmonitor.discovery.ScriptedLinks.address;
import static pingmonitor.discovery.ScriptedLinks.sighting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.host.HostAddress;

/** A search in a network that does what the test says. */
@Timeout(60)
class FinderTest {
    private final ScriptedLinks net = new ScriptedLinks();
    private final List<SearchResult> told = new ArrayList<>();
    private final Finder finder =
            new Finder(
                    told::add,
                    () -> List.copyOf(net.here),
                    () ->
                            new LocalNetworks(
                                    List.of(
                                            new HostAddress(address("192.168.1.20"), 24),
                                            new HostAddress(address("10.0.0.7"), 8))),
                    net,
                    () -> net.nowNanos);

    @Test
    void serversThatComeAndGoAreReportedAtOnce() {
        net.here.add(WIFI);
        finder.round();
        assertEquals(List.of(new SearchResult(MulticastReach.WORKS, List.of())), told);

        MulticastLink.Watcher network = net.open.get(WIFI).watcher();
        network.seen(sighting("ana", 12_000, "192.168.1.31"));
        network.seen(sighting("ana", 12_000, "192.168.1.31"));
        network.seen(sighting("bia", 12_001, "192.168.1.32"));
        network.gone("ana");
        network.gone("nobody");

        assertEquals(
                List.of(List.of(), List.of("ana"), List.of("ana", "bia"), List.of("bia")),
                told.stream()
                        .map(each -> each.servers().stream().map(FoundServer::name).toList())
                        .toList());
        FoundServer bia = told.get(3).servers().get(0);
        assertEquals(
                new FoundServer(
                        "bia", "bia.local", List.of(address("192.168.1.32")), 12_001, false),
                bia);
    }

    @Test
    void aServerOnTwoInterfacesStaysWhileOneInterfaceIsLeft() {
        net.here.addAll(List.of(WIFI, CABLE));
        finder.round();
        net.open.get(WIFI).watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        net.open.get(CABLE).watcher().seen(sighting("ana", 12_000, "10.0.0.9"));
        assertEquals(List.of(address("10.0.0.9"), address("192.168.1.31")), only().addresses());

        net.here.remove(CABLE);
        finder.round();
        assertEquals(List.of(address("192.168.1.31")), only().addresses());
        net.here.remove(WIFI);
        finder.round();
        assertEquals(new SearchResult(MulticastReach.NO_NETWORK, List.of()), last());
    }

    @Test
    void aClosedLinkReportsNothingMore() {
        net.here.add(WIFI);
        finder.round();
        ScriptedLinks.Scripted gone = net.open.get(WIFI);
        gone.watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        net.here.clear();
        finder.round();
        gone.watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        assertEquals(new SearchResult(MulticastReach.NO_NETWORK, List.of()), last());

        net.here.add(WIFI);
        finder.round();
        assertEquals(new SearchResult(MulticastReach.WORKS, List.of()), last());
    }

    @Test
    void aReplacedLinkRemovesNoServerOfItsSuccessor() {
        net.here.add(WIFI);
        finder.round();
        ScriptedLinks.Scripted dead = net.open.get(WIFI);
        dead.watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        dead.watcher().seen(sighting("bia", 12_000, "192.168.1.32"));
        dead.down = true;
        finder.round();
        assertEquals(List.of(), last().servers(), "known only by the dead one");
        net.open.get(WIFI).watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        dead.watcher().gone("ana");
        assertEquals("ana", only().name());
    }

    @Test
    void anInterfaceThatGoesDeafIsReportedAsBlocked() {
        net.here.add(WIFI);
        finder.round();
        net.deaf.add(WIFI);
        finder.round();
        assertEquals(new SearchResult(MulticastReach.WORKS, List.of()), last());
        net.pass(MulticastHealth.EVERY);
        finder.round();
        finder.round();
        assertEquals(new SearchResult(MulticastReach.BLOCKED, List.of()), last());
        net.deaf.clear();
        finder.round();
        assertEquals(new SearchResult(MulticastReach.WORKS, List.of()), last());
    }

    @Test
    void theQuestionIsRepeatedSoonAndThenLessAndLessOften() {
        net.here.add(WIFI);
        List<Long> askedAt = new ArrayList<>();
        for (int second = 0; second <= 250; second++) {
            int before = net.open.containsKey(WIFI) ? net.open.get(WIFI).asked : 0;
            finder.round();
            if (net.open.get(WIFI).asked > before) {
                askedAt.add((long) second);
            }
            net.pass(Duration.ofSeconds(1));
        }
        assertEquals(List.of(0L, 2L, 6L, 14L, 30L, 62L, 122L, 182L, 242L), askedAt);
    }

    @Test
    void aKilledServerDisappearsSoonAndReturnsWithItsFirstAnswer() {
        ScriptedLinks.Scripted wifi = twoServers();
        wifi.quietSince.put("ana", net.nowNanos);
        rounds(
                ServerPresence.FRESH.plus(
                        PeriodicTask.EVERY.multipliedBy(ServerPresence.MAX_QUESTIONS - 1)));
        assertEquals(List.of("ana", "bia"), names(), "a question may still be answered");
        assertEquals(ServerPresence.MAX_QUESTIONS, wifi.askedOfAll);
        rounds(PeriodicTask.EVERY);
        assertEquals(List.of("bia"), names());
        rounds(Duration.ofMinutes(5));
        assertEquals(ServerPresence.MAX_QUESTIONS, wifi.askedOfAll, "nobody is asked for ever");

        wifi.quietSince.put("ana", net.nowNanos);
        rounds(PeriodicTask.EVERY);
        assertEquals(List.of("ana", "bia"), names());
    }

    @Test
    void aServerHeardRegularlyIsNotAsked() {
        ScriptedLinks.Scripted wifi = twoServers();
        for (int i = 0; i < 20; i++) {
            wifi.quietSince.put("ana", net.nowNanos);
            rounds(ServerPresence.FRESH.minus(PeriodicTask.EVERY));
        }
        assertEquals(0, wifi.askedOfAll);
        assertEquals(List.of("ana", "bia"), names());
    }

    @Test
    void aServerThatAnswersTheLastQuestionStays() {
        ScriptedLinks.Scripted wifi = twoServers();
        wifi.quietSince.put("ana", net.nowNanos);
        rounds(
                ServerPresence.FRESH.plus(
                        PeriodicTask.EVERY.multipliedBy(ServerPresence.MAX_QUESTIONS - 1)));
        wifi.quietSince.put("ana", net.nowNanos);
        rounds(
                ServerPresence.FRESH.plus(
                        PeriodicTask.EVERY.multipliedBy(ServerPresence.MAX_QUESTIONS - 1)));
        assertEquals(List.of("ana", "bia"), names());
    }

    /** What does not come through here says nothing of them. */
    @Test
    void noServerIsRemovedWhileNothingIsHeardAtAll() {
        ScriptedLinks.Scripted wifi = twoServers();
        net.deaf.add(WIFI);
        rounds(MulticastHealth.EVERY.multipliedBy(3));
        wifi.quietSince.put("ana", net.nowNanos);
        rounds(Duration.ofMinutes(5));
        assertEquals(List.of("ana", "bia"), names());
        assertEquals(0, wifi.askedOfAll);
    }

    private ScriptedLinks.Scripted twoServers() {
        net.here.add(WIFI);
        finder.round();
        ScriptedLinks.Scripted wifi = net.open.get(WIFI);
        wifi.watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        wifi.watcher().seen(sighting("bia", 12_001, "192.168.1.32"));
        return wifi;
    }

    private void rounds(Duration time) {
        for (long i = time.dividedBy(PeriodicTask.EVERY); i > 0; i--) {
            net.pass(PeriodicTask.EVERY);
            finder.round();
        }
    }

    private List<String> names() {
        return last().servers().stream().map(FoundServer::name).toList();
    }

    @Test
    void aNetworkThatAppearsLaterIsSearched() {
        finder.round();
        assertEquals(new SearchResult(MulticastReach.NO_NETWORK, List.of()), last());
        net.here.add(CABLE);
        finder.round();
        net.open.get(CABLE).watcher().seen(sighting("ana", 12_000, "10.0.0.9"));
        assertEquals("ana", only().name());
    }

    @Test
    void aDeafInterfaceIsBlockedUnlessItFindsAServer() {
        net.here.add(WIFI);
        net.deaf.add(WIFI);
        finder.round();
        assertEquals(new SearchResult(MulticastReach.BLOCKED, List.of()), last());
        net.open.get(WIFI).watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        assertEquals(MulticastReach.WORKS, last().reach());
    }

    @Test
    void nothingIsReportedAfterTheEnd() {
        net.here.add(WIFI);
        finder.round();
        int before = told.size();
        finder.hurry();
        net.open.get(WIFI).watcher().seen(sighting("ana", 12_000, "192.168.1.31"));
        assertEquals(before, told.size());
    }

    @Test
    void noReportIsUnderWayAfterTheClose() throws Exception {
        Finder[] closing = new Finder[1];
        ClosedWhileItTells teller = new ClosedWhileItTells(() -> closing[0].hurry());
        closing[0] =
                new Finder(
                        finding -> teller.told(),
                        List::of,
                        () -> new LocalNetworks(List.of()),
                        net,
                        () -> 0);
        closing[0].round();
        teller.assertClosedAfterTelling();
    }

    private SearchResult last() {
        return told.get(told.size() - 1);
    }

    private FoundServer only() {
        assertEquals(1, last().servers().size(), last()::toString);
        return last().servers().get(0);
    }
}
