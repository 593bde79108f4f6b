package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.diagnosis.Story.ALL_LOST;
import static pingmonitor.diagnosis.Story.actions;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a diagnosis names the server of this program's own window. */
class OwnServerFindingsTest {
    @Test
    void aClosedPortOfThisComputerNamesTheOwnServer() {
        Story refused = Story.to("127.0.0.1").pings("pppppppppp").over();

        assertEquals(
                List.of(
                        Finding.of(
                                Cause.OWN_SERVER_AT_OTHER_PORT,
                                List.of("12000", "13000"),
                                Step.of(Action.PING_OWN_SERVER, "13000"),
                                Step.of(Action.MOVE_OWN_SERVER, "12000"))),
                refused.findings(Story.homeWith(new OwnServer.On(13_000))));
        assertEquals(
                List.of(
                        Finding.of(
                                Cause.OWN_SERVER_ON_NOW,
                                List.of("12000"),
                                Step.of(Action.PING_AGAIN))),
                refused.findings(Story.homeWith(new OwnServer.On(12_000))));
        assertEquals(
                List.of(
                        Finding.of(
                                Cause.PORT_REFUSED_HERE,
                                List.of("12000"),
                                Step.of(Action.SWITCH_ON_OWN_SERVER, "12000"),
                                Step.of(Action.COMPARE_PORTS, "12000"),
                                Step.of(Action.PING_OTHER_ADDRESS, "192.168.1.7", "12000"))),
                refused.findings(Story.homeWith(new OwnServer.Off())));
        assertEquals(Action.START_SERVER_HERE, refused.findings().get(0).steps().get(0).action());
    }

    @Test
    void silenceOfThisComputerNamesTheOwnServer() {
        Story silent = Story.to("192.168.1.7").pings(ALL_LOST).over();

        assertEquals(
                List.of(Action.OTHER_PROGRAM_AT_PORT, Action.PING_OWN_SERVER),
                actions(silent.findings(Story.homeWith(new OwnServer.On(13_000))).get(0)));
        assertEquals(
                List.of(
                        Action.OTHER_PROGRAM_AT_PORT,
                        Action.COMPARE_MESSAGE,
                        Action.SWITCH_ON_OWN_SERVER),
                actions(silent.findings(Story.homeWith(new OwnServer.Off())).get(0)));
        assertEquals(
                List.of(Cause.OWN_SERVER_SILENT),
                Story.causes(silent.findings(Story.homeWith(new OwnServer.On(12_000)))));
    }

    @Test
    void aServerOnAllLoopbackAddressesIsNamedForEachOfThem() {
        Story refused = Story.to("127.0.1.1").pings("ppp").over();
        for (OwnServer server : List.of(new OwnServer.On(13_000), new OwnServer.On(12_000))) {
            HostNetworks home = Story.homeWith(server);
            HostNetworks whole =
                    new HostNetworks(home.own(), home.outside(), server, true, home.system());
            assertEquals(
                    Story.to("127.0.0.1").pings("ppp").over().findings(home),
                    refused.findings(whole));
        }
    }

    /** The own server listens at neither address. */
    @Test
    void anAddressThatDoesNotLeadToTheOwnServerDoesNotNameIt() {
        for (String elsewhere : List.of("127.0.0.2", "192.168.1.20")) {
            Story refused = Story.to(elsewhere).pings("ppp").over();

            assertEquals(
                    refused.findings(),
                    refused.findings(Story.homeWith(new OwnServer.On(13_000))),
                    elsewhere);
            assertEquals(
                    refused.findings(),
                    refused.findings(Story.homeWith(new OwnServer.Off())),
                    elsewhere);
        }
    }
}
