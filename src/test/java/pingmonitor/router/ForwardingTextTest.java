package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a forwarding, in both languages. */
class ForwardingTextTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:42:07Z");

    private final ForwardingText english = new ForwardingText(Locale.ENGLISH, ZoneOffset.UTC);
    private final ForwardingText portuguese =
            new ForwardingText(Locale.forLanguageTag("pt-BR"), ZoneOffset.UTC);

    @Test
    void theManualEntryIsOneLine() {
        assertEquals(
                "To forward the port by hand, enter on the router's settings page http://192.168.1.1/:"
                        + " protocol UDP, external port 40000, to this computer's address"
                        + " 192.168.1.20, internal port 12000. Others then ping the router's internet"
                        + " address, which that page shows (\"WAN\", \"Internet address\"), at port"
                        + " 40000.",
                english.byHand(new ManualEntry(HOME, 40_000, 12_000)));
        Gateway guess = new Gateway(HOME.address(), HOME.ownAddress(), "", false);
        assertNotEquals(
                english.byHand(new ManualEntry(HOME, 1, 1)),
                english.byHand(new ManualEntry(guess, 1, 1)),
                "a guess is called one");
    }

    @Test
    void aMappingNamesTheAddressToShare() {
        assertEquals(
                "The port is forwarded: share 203.0.113.7:40000, which leads to"
                        + " 192.168.1.20:12000. Set up by PCP for 10 minutes; to be renewed at 10:47:07.",
                english.state(
                        new ForwardingState.Standing(
                                mapping(Optional.of(Duration.ofMinutes(10))))));
        assertEquals(
                "The port is forwarded: share 203.0.113.7:40000, which leads to"
                        + " 192.168.1.20:12000. Set up by PCP, permanently; it is removed when the"
                        + " server stops.",
                english.state(new ForwardingState.Standing(mapping(Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10 s, 10 s",
        "60, one minute, um minuto",
        "90, 90 s, 90 s",
        "600, 10 minutes, 10 minutos",
        "3600, one hour, uma hora",
        "86400, 24 hours, 24 horas"
    })
    void aLeaseIsInTheUnitThatFits(long seconds, String said, String saidInPortuguese) {
        assertEquals(said, english.lease(Duration.ofSeconds(seconds)));
        assertEquals(saidInPortuguese, portuguese.lease(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.7.2", "100.64.0.7"})
    void anAddressThatTheInternetCannotReachIsNotShared(String outside) {
        Mapping mapping = mapping(Optional.of(Duration.ofMinutes(10)), outside);
        String said = english.state(new ForwardingState.Standing(mapping));
        assertEquals(
                "The router forwards "
                        + outside
                        + ":40000 to 192.168.1.20:12000, but that address cannot be reached from the"
                        + " internet. Set up by PCP for 10 minutes; to be renewed at 10:47:07.",
                said);
        hasWords(text -> text.state(new ForwardingState.Standing(mapping)));
    }

    @Test
    void theEntryForTheNextRouterIsShown() {
        Mapping mapping = mapping(Optional.of(Duration.ofMinutes(10)), "192.168.7.2");
        String said = english.nextRouter(mapping);
        assertTrue(
                said.contains(
                        "protocol UDP, external port 40000, to the address 192.168.7.2, internal"
                                + " port 40000"),
                said);
        hasWords(text -> text.nextRouter(mapping));
    }

    @Test
    void aRefusalNamesTheTimeOfTheNextAttempt() {
        assertEquals(
                "The port is not forwarded: the router refused, did not answer or does not offer"
                        + " it. Enter it by hand on the router's settings page. The router is asked again at"
                        + " 10:42:07.",
                english.state(new ForwardingState.Failed(ForwardingState.Why.REFUSED, AT)));
    }

    @Test
    void anUnconfirmedRemovalNamesTheEndOfTheLease() {
        assertEquals(
                "The router did not confirm that the forwarding is removed; it expires by itself at"
                        + " 10:42:07",
                english.state(
                        new ForwardingState.Closed(
                                ForwardingState.Removal.ENDS_WITH_LEASE, Optional.of(AT))));
    }

    @Test
    void aRefusalQuotesTheRouter() {
        assertEquals(
                "UPnP: the router failed (the answer: 501 Action Failed)",
                english.attempt(
                        new MappingAttempt(
                                Protocol.UPNP,
                                new MappingAttempt.Refused(
                                        new MappingRefusal(
                                                MappingRefusal.Kind.OTHER,
                                                OptionalInt.of(501),
                                                "Action Failed")))));
    }

    @ParameterizedTest
    @EnumSource(MappingRefusal.Kind.class)
    void everyRefusalHasWords(MappingRefusal.Kind kind) {
        hasWords(text -> text.refusal(MappingRefusal.of(kind)));
    }

    @ParameterizedTest
    @EnumSource(NatWarning.class)
    void everyWarningHasWords(NatWarning warning) {
        hasWords(text -> text.warning(warning, Optional.of(ip("10.0.0.2"))));
    }

    @ParameterizedTest
    @EnumSource(ForwardingState.Why.class)
    void everyFailureHasWords(ForwardingState.Why why) {
        hasWords(text -> text.state(new ForwardingState.Failed(why, AT)));
    }

    @ParameterizedTest
    @EnumSource(ForwardingState.Removal.class)
    void everyEndHasWords(ForwardingState.Removal removal) {
        Optional<Instant> end =
                removal == ForwardingState.Removal.ENDS_WITH_LEASE
                        ? Optional.of(AT)
                        : Optional.empty();
        hasWords(text -> text.state(new ForwardingState.Closed(removal, end)));
    }

    @Test
    void everyOtherStateHasWords() {
        hasWords(text -> text.state(new ForwardingState.Looking()));
        hasWords(text -> text.state(new ForwardingState.NeedsConsent()));
        hasWords(text -> text.state(new ForwardingState.Asking()));
        hasWords(text -> text.state(new ForwardingState.NeedsPermanent(HOME.address(), 12_000)));
        hasWords(text -> text.state(new ForwardingState.Closing()));
        hasWords(ForwardingText::noRouter);
        hasWords(text -> text.asking(new ForwardingEvent.Asking(Protocol.PCP, HOME.address())));
        hasWords(text -> text.leftoverRemoved(12_000));
        for (OptionalInt next : new OptionalInt[] {OptionalInt.empty(), OptionalInt.of(2)}) {
            hasWords(text -> text.portTaken(new ForwardingEvent.PortTaken(Protocol.UPNP, 1, next)));
        }
        hasWords(
                text ->
                        text.attempt(
                                new MappingAttempt(Protocol.PCP, new MappingAttempt.NotNeeded())));
    }

    private void hasWords(Function<ForwardingText, String> said) {
        String words = said.apply(english);
        assertFalse(words.isBlank());
        assertNotEquals(words, said.apply(portuguese));
    }

    private static Mapping mapping(Optional<Duration> lease) {
        return mapping(lease, "203.0.113.7");
    }

    private static Mapping mapping(Optional<Duration> lease, String outside) {
        return new Mapping(
                Protocol.PCP,
                HOME,
                Optional.of(ip(outside)),
                40_000,
                12_000,
                lease,
                AT,
                AT.plusSeconds(300));
    }
}
