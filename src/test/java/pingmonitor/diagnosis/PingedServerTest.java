package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pingmonitor.ping.LossLocation;

/** A step about the server names the one that was pinged, also beside that of the window. */
class PingedServerTest {
    private static final OwnServer NONE = new OwnServer.None();
    private static final OwnServer OFF = new OwnServer.Off();

    static Stream<Arguments> servers() {
        return Stream.of(
                Arguments.of("192.168.1.20", NONE, PingedServer.ALONE),
                Arguments.of("127.0.0.1", OFF, PingedServer.BESIDE_ONE_THAT_IS_OFF),
                Arguments.of("192.168.1.20", OFF, PingedServer.BESIDE_ONE_THAT_IS_OFF),
                Arguments.of("127.0.0.1", new OwnServer.On(12_000), PingedServer.OF_THIS_WINDOW),
                Arguments.of("127.0.0.1", new OwnServer.On(13_000), PingedServer.BESIDE_ANOTHER),
                Arguments.of("192.168.1.7", new OwnServer.On(12_000), PingedServer.OF_THIS_WINDOW),
                Arguments.of(
                        "192.168.1.20", new OwnServer.On(12_000), PingedServer.BESIDE_ANOTHER));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void serverIsTheWindowsOnlyAtItsAddressAndPort(
            String target, OwnServer own, PingedServer pinged) {
        Evidence evidence = Story.to(target).over().evidence(Story.homeWith(own));
        assertEquals(pinged, evidence.pingedServer());
    }

    @Test
    void lossOfAnotherServerIsNotThatOfTheWindow() {
        assertEquals(
                "Set the loss of the server to 0, and ping again: what is still lost is lost by"
                        + " the network.",
                step(Action.LOSS_TO_ZERO, "127.0.0.1", NONE));
        assertEquals(
                "Set the loss of the server to 0, where it runs (the one in this window is off),"
                        + " and ping again: what is still lost is lost by the network.",
                step(Action.LOSS_TO_ZERO, "127.0.0.1", OFF));
        assertTrue(
                step(Action.LOSS_TO_ZERO, "127.0.0.1", new OwnServer.On(12_000))
                        .startsWith(
                                "Set the loss of the server to 0, on the right of this window"));
        assertEquals(
                "Raise the limit of the server, where it runs (the one in this window is another),"
                        + " or ping more slowly.",
                step(Action.RAISE_LIMIT, "192.168.1.20", new OwnServer.On(12_000)));
    }

    private static String step(Action action, String target, OwnServer own) {
        LossLocation where =
                action == Action.LOSS_TO_ZERO ? LossLocation.SERVER : LossLocation.LIMITED;
        Story story = Story.to(target).pings(".....").lostAt(where).over();
        return story.findings(Story.homeWith(own)).stream()
                .flatMap(finding -> finding.steps().stream())
                .filter(step -> step.action() == action)
                .findFirst()
                .map(DiagnosisText.inWindow(Locale.ENGLISH)::of)
                .orElseThrow();
    }
}
