package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that listens at some addresses of its computer only. */
class BindingTest {
    private static final String REFUSED = "pppppppppp";
    private static final String SILENT = "xxxxxxxxxx";

    @ParameterizedTest
    @CsvSource({
        // Pinged, bound, the address to ping instead
        "192.168.1.7, 127.0.0.1, 127.0.0.1",
        "127.0.0.1, 192.168.1.7, 192.168.1.7",
        "127.0.0.1, ::1, ::1",
        "::1, 127.0.0.1, 127.0.0.1",
        "127.0.0.2, 127.0.0.1 192.168.1.7, 127.0.0.1"
    })
    void aPortOpenAtAnotherOwnAddressIsReportedAsAFact(
            String pinged, String bound, String instead) {
        Finding finding = only(refused(pinged), bindings(bound.split(" ")));

        assertEquals(Cause.BOUND_ELSEWHERE, finding.cause());
        assertEquals(List.of("12000", bound.replace(" ", ", "), pinged), finding.facts());
        assertEquals(Step.of(Action.PING_ADDRESS, instead, "12000"), finding.steps().get(0));
    }

    @Test
    void aServerAtAllOfIpv4NeedsNoOtherBinding() {
        Finding finding = only(refused("::1"), bindings("0.0.0.0"));

        assertEquals(List.of("12000", "0.0.0.0 (IPv4)", "::1"), finding.facts());
        assertEquals(
                List.of(
                        Step.of(Action.PING_ADDRESS, "127.0.0.1", "12000"),
                        Step.of(Action.CHOOSE_IPV4)),
                finding.steps());
        assertEquals(
                List.of(Action.PING_ADDRESS, Action.COMPARE_BINDING),
                actions(only(refused("::1"), bindings("127.0.0.1"))));
    }

    @Test
    void aNameIsReportedWithItsAddress() {
        Story story = Story.ofNameAt("localhost", "::1").pings(REFUSED).over();

        assertEquals(
                List.of("12000", "127.0.0.1", "localhost (::1)"),
                only(story, bindings("127.0.0.1")).facts());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "0.0.0.0", ":: 0.0.0.0", "127.0.0.1 192.168.1.7"})
    void aPortThatIsOpenThereNowWasClosedDuringTheRun(String bound) {
        assertEquals(
                Cause.PORT_OPEN_NOW,
                only(refused("127.0.0.1"), bindings(bound.split(" "))).cause());
    }

    @Test
    void aSocketAtAllOfIpv6MayTakeNoIpv4() {
        Finding finding = only(refused("127.0.0.1"), bindings("::"));
        assertEquals(Cause.PORT_OPEN_FOR_IPV6, finding.cause());
        assertEquals(Action.PING_ADDRESS, finding.steps().get(0).action());
    }

    @Test
    void aPortThatNoProgramHasIsClosedAtEveryAddress() {
        assertEquals(
                Finding.of(
                        Cause.PORT_REFUSED_HERE,
                        List.of("12000"),
                        Step.of(Action.START_SERVER_HERE, "12000"),
                        Step.of(Action.COMPARE_PORTS, "12000")),
                only(refused("127.0.0.1"), bindings()));
    }

    /** Windows and macOS: a look at the table of Linux finds nothing. */
    @ParameterizedTest
    @CsvSource({
        "192.168.1.7, 127.0.0.1",
        "127.0.0.2, 192.168.1.7",
        "127.0.0.1, 192.168.1.7",
        "::1, 127.0.0.1",
        "2001:db8:1::7, 127.0.0.1"
    })
    void withoutASocketTableAnotherAddressIsSuggested(String pinged, String other) {
        Finding finding = only(refused(pinged), PortBindings.UNKNOWN);

        assertEquals(Cause.PORT_REFUSED_HERE, finding.cause());
        assertEquals(Step.of(Action.PING_OTHER_ADDRESS, other, "12000"), finding.steps().get(2));
    }

    @Test
    void withoutAnotherIpv4AddressIpv6IsSuggested() {
        Evidence evidence = refused("127.0.0.1").evidence(Story.here("127.0.0.1/8", "::1/128"));

        assertEquals(
                Optional.of(Step.of(Action.PING_OTHER_ADDRESS, "::1", "12000")),
                BindingRules.otherAddress(evidence));
    }

    @Test
    void silenceOfAnOpenPortIsBlamedOnItsProgram() {
        Story silent = Story.to("127.0.0.1").pings(SILENT).over();

        assertEquals(Cause.SILENCE_HELD, only(silent, bindings("0.0.0.0")).cause());
        assertEquals(
                List.of(
                        Action.COMPARE_MESSAGE,
                        Action.PRINT_MESSAGES,
                        Action.LOOK_FOR_ERROR,
                        Action.OTHER_PROGRAM_AT_PORT),
                actions(only(silent, bindings("0.0.0.0"))));
        assertEquals(Cause.SILENCE_HERE, only(silent, bindings()).cause());
        assertEquals(Cause.SILENCE_HERE, only(silent, PortBindings.UNKNOWN).cause());
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.20", "198.51.100.20"})
    void anotherComputersServerMayListenOnItsLoopbackOnly(String pinged) {
        for (String fates : List.of(REFUSED, SILENT)) {
            Finding finding = Story.to(pinged).pings(fates).over().findings().get(0);
            assertEquals(
                    1,
                    actions(finding).stream().filter(Action.COMPARE_BINDING::equals).count(),
                    fates);
        }
    }

    /** The window's server is at all addresses, as far as they lead to it. */
    @Test
    void theServerOfTheWindowIsNamedBeforeAnyProgram() {
        Evidence evidence =
                refused("127.0.0.1")
                        .evidence(Story.homeWith(new OwnServer.On(12_000)))
                        .with(bindings("127.0.0.1"));

        assertEquals(List.of(Cause.OWN_SERVER_ON_NOW), Story.causes(Diagnosis.of(evidence)));
    }

    private static Story refused(String pinged) {
        return Story.to(pinged).pings(REFUSED).over();
    }

    private static Finding only(Story story, PortBindings bindings) {
        List<Finding> findings = Diagnosis.of(story.evidence(Story.HOME).with(bindings));
        assertEquals(1, findings.size(), () -> "" + Story.causes(findings));
        return findings.get(0);
    }

    private static PortBindings bindings(String... addresses) {
        return new PortBindings(true, Arrays.stream(addresses).map(Story::address).toList());
    }

    private static List<Action> actions(Finding finding) {
        return finding.steps().stream().map(Step::action).toList();
    }
}
