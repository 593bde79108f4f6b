package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.ServiceName;

/** {@code serve --announce}. */
@Timeout(60)
class ServeAnnounceTest {
    private static final List<AnnouncementState> STATES =
            List.of(
                    new AnnouncementState.Beginning(),
                    new AnnouncementState.Unheard(MulticastReach.NO_NETWORK),
                    new AnnouncementState.Announced("Sala 3"),
                    new AnnouncementState.Unheard(MulticastReach.BLOCKED));

    private final FakeEngines engines = new FakeEngines().tellingAnnouncement(STATES);

    @Test
    void nothingIsAnnouncedWithoutTheOption() {
        CliRun.stopped(engines, "serve", "12000");
        assertEquals(List.of("serve"), engines.calls);
        FakeEngines tested = new FakeEngines();
        CliRun.of(tested, "self-test");
        assertEquals(List.of("serve on loopback", "warm-up", "ping"), tested.calls);
    }

    @Test
    void theAnnouncementComesAfterTheServerAndEndsBeforeIt() {
        CliRun.stopped(engines, "serve", "12000", "--announce");
        assertEquals(
                List.of("serve", "announce 12000", "close announcement", "await announcement"),
                engines.calls);
        assertEquals(Optional.empty(), engines.announcedName());
    }

    @Test
    void theNameCanBeChosen() {
        CliRun.stopped(engines, "serve", "12000", "--announce", "--name", "Sala 3");
        assertEquals(Optional.of(new ServiceName("Sala 3")), engines.announcedName());
    }

    @Test
    void everyChangeOfTheAnnouncementHasALine() {
        CliRun run = CliRun.stopped(engines, "serve", "12000", "--announce");
        assertEquals(
                List.of(
                        "Not announced: this computer is not connected to a network. It will be"
                                + " announced as soon as it is.",
                        "Announced on the local network as \"Sala 3\"",
                        "Not announced: multicast does not get through here, perhaps because of"
                                + " this computer's firewall (mDNS, UDP port 5353) or, on a Mac,"
                                + " of the local network under Privacy & Security. The server"
                                + " works all the same; give its address."),
                run.out().subList(0, 3));
        assertEquals(0, run.code());
        assertTrue(
                CliRun.inPortugueseStopped(engines, "serve", "12000", "--announce")
                        .out()
                        .contains("Anunciado na rede local como \"Sala 3\""));
    }

    @Test
    void theAnnouncementIsPrintedAsJson() {
        assertEquals(
                List.of(
                        "{\"event\":\"not-announced\",\"multicast\":\"no-network\"}",
                        "{\"event\":\"announced\",\"name\":\"Sala 3\"}",
                        "{\"event\":\"not-announced\",\"multicast\":\"blocked\"}"),
                CliRun.stopped(engines, "serve", "12000", "--announce", "--json")
                        .out()
                        .subList(0, 3));
    }

    @Test
    void anUnconfirmedNameIsReported() {
        FakeEngines renaming =
                new FakeEngines()
                        .tellingAnnouncement(
                                List.of(
                                        new AnnouncementState.Beginning(),
                                        new AnnouncementState.Announced("Sala 3"),
                                        new AnnouncementState.Beginning()));
        assertEquals(
                "Not announced at the moment: the network does not confirm the name. It is being"
                        + " announced again.",
                CliRun.stopped(renaming, "serve", "12000", "--announce").out().get(1));
        assertEquals(
                "{\"event\":\"not-announced\",\"multicast\":\"works\"}",
                CliRun.stopped(renaming, "serve", "12000", "--announce", "--json").out().get(1));
        assertEquals(
                "Não anunciado no momento: a rede não confirma o nome. Está sendo anunciado de"
                        + " novo.",
                CliRun.inPortugueseStopped(renaming, "serve", "12000", "--announce").out().get(1));
    }
}
