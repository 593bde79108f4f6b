package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent.Outcome;

class NetworkExaminerTest {
    private static final String NEAR = "192.168.1.20";
    private static final String ALL_LOST = "xxxxxxxxxx";

    private final ScriptedSocket socket = new ScriptedSocket();
    private final List<List<Cause>> told = new ArrayList<>();
    private HostNetworks here = Story.HOME;
    private OwnServer server = new OwnServer.None();
    private PortBindings bindings = PortBindings.UNKNOWN;
    private final NetworkExaminer examiner =
            new NetworkExaminer(
                    () -> here,
                    () -> server,
                    new SourceRecheck(
                            () -> socket, () -> socket.nanos, InstantSource.fixed(Story.START)),
                    port -> port == 12_000 ? bindings : PortBindings.UNKNOWN);

    private void examine(Story story) {
        examiner.examine(story.session, () -> false, findings -> told.add(Story.causes(findings)));
    }

    @Test
    void silenceIsReportedAtOnceAndTheRecheckLater() {
        socket.answers.add(
                ping -> ScriptedSocket.received(NEAR + ":40000", ping.toUpperCase(Locale.ROOT)));
        examine(Story.to(NEAR).pings(ALL_LOST).over());

        assertEquals(List.of(List.of(Cause.SILENCE_NEAR), List.of(Cause.OTHER_SOURCE)), told);
        assertTrue(socket.sent.get(0).startsWith("Ping 12 "), socket.sent.get(0));
    }

    @Test
    void theProgramsOwnServerIsKnown() {
        server = new OwnServer.On(13_000);
        examine(Story.to("127.0.0.1").pings("ppp").over());

        assertEquals(List.of(List.of(Cause.OWN_SERVER_AT_OTHER_PORT)), told);
    }

    @Test
    void whereProgramsOfThisMachineListenIsKnownForItsOwnAddressesOnly() {
        bindings = new PortBindings(true, List.of(Story.address("127.0.0.1")));
        examine(Story.to("192.168.1.7").pings("ppp").over());
        examine(Story.to(NEAR).pings("ppp").over());

        assertEquals(List.of(List.of(Cause.BOUND_ELSEWHERE), List.of(Cause.PORT_REFUSED)), told);
    }

    @Test
    void aSilentRecheckReportsNothingMore() {
        examine(Story.to(NEAR).pings(ALL_LOST).over());

        assertEquals(List.of(List.of(Cause.SILENCE_NEAR)), told);
        assertEquals(SourceRecheck.PINGS, socket.sent.size());
    }

    @Test
    void onlyASilentRunThatMayAskIsRechecked() {
        examine(Story.to(NEAR).pings("xxxxxxxxx.").over());
        examine(Story.to(NEAR).pings("ppp").over());
        examine(Story.to(NEAR).pings("xx").late(1_200).over());
        examine(Story.to(NEAR).pings("xx").foreign().over());
        examine(Story.to(NEAR).pings("xx").lostAt(LossLocation.RETURN_PATH).over());
        examine(
                Story.to(NEAR)
                        .pings(ALL_LOST)
                        .mappedAddress("192.168.1.7:50000", "192.168.1.7:50000")
                        .over());
        examine(Story.to(NEAR).pings(ALL_LOST));
        examine(Story.to(NEAR).pings(ALL_LOST).over(Outcome.STOPPED));
        examine(Story.withoutVerdictsTo(NEAR).pings(ALL_LOST).over());

        assertEquals(List.of(), socket.sent);
        assertEquals(9, told.size());
    }

    @Test
    void thePublicAddressThatOneServerSawIsKnownForTheNext() {
        String mine = "203.0.113.9";
        Story first =
                Story.to("198.51.100.20")
                        .mappedAddress(mine + ":40000", "192.168.1.7:50000")
                        .pings("...x")
                        .over();
        examine(Story.to(mine).pings(ALL_LOST).over(Outcome.STOPPED));
        examine(first);
        examine(Story.to(mine).pings(ALL_LOST).over(Outcome.STOPPED));

        assertEquals(List.of(Cause.SILENCE_FAR), told.get(0));
        assertEquals(List.of(Cause.OWN_PUBLIC_ADDRESS, Cause.SILENCE_FAR), told.get(2));
    }

    @Test
    void aPublicAddressIsForgottenInAnotherNetwork() {
        String mine = "203.0.113.9";
        examine(
                Story.to("198.51.100.20")
                        .mappedAddress(mine + ":40000", "192.168.1.7:50000")
                        .pings("...x")
                        .over());
        here = Story.here("127.0.0.1/8", "10.1.2.3/16");
        examine(Story.to(mine).pings(ALL_LOST).over(Outcome.STOPPED));
        here = Story.HOME;
        examine(Story.to(mine).pings(ALL_LOST).over(Outcome.STOPPED));

        assertEquals(List.of(Cause.SILENCE_FAR), told.get(1));
        assertEquals(List.of(Cause.OWN_PUBLIC_ADDRESS, Cause.SILENCE_FAR), told.get(2));
    }

    @Test
    void withoutKnownNetworksNoPublicAddressIsRemembered() {
        here = HostNetworks.UNKNOWN;
        String mine = "203.0.113.9";
        examine(
                Story.to("198.51.100.20")
                        .mappedAddress(mine + ":40000", "192.168.1.7:50000")
                        .pings("...x")
                        .over());
        examine(Story.to(mine).pings(ALL_LOST).over(Outcome.STOPPED));

        assertEquals(List.of(Cause.SILENCE_FAR), told.get(1));
    }

    @Test
    void aPrivateAddressThatAServerSawIsNotTakenForAPublicOne() {
        examine(
                Story.to("10.77.1.2")
                        .mappedAddress("10.77.1.1:40000", "192.168.1.7:50000")
                        .pings("...x")
                        .over());
        examine(Story.to("10.77.1.1").pings(ALL_LOST).over(Outcome.STOPPED));

        assertEquals(List.of(Cause.PRIVATE_ELSEWHERE, Cause.SILENCE_FAR), told.get(1));
    }
}
