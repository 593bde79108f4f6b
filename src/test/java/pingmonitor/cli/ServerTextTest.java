package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;

/** The server's lines for people. */
class ServerTextTest {
    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");
    private static final EchoPlan PLAN =
            new EchoPlan(
                    12_000,
                    new Impairments(
                            4.0 / 11,
                            new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM),
                            0.05,
                            0.01),
                    1_234,
                    RateLimitSettings.DEFAULT);

    @Test
    void everyDatagramHasOneLine() {
        assertEquals(
                List.of(
                        "Listening on UDP port 12000 at 127.0.0.1, fd00::2, 192.0.2.2",
                        "Loss 36.3636%, delay from 0 to 200 ms, duplicates 5%, reordering 1%, seed"
                                + " 1234. Ctrl+C ends.",
                        "10:42:07.102331  [::1]:50123  answered: Ping 1 1.5",
                        "10:42:07.102331  [::1]:50123  answered after 104.25 ms, twice: Ping 2 1.5",
                        "10:42:07.102331  [::1]:50123  dropped on purpose: Ping 3 1.5",
                        "10:42:07.102331  [::1]:50123  refused, too many per second from one client:"
                                + " Ping 4 1.5",
                        "10:42:07.102331  [::1]:50123  ignored, it comes from a port below 1024",
                        "10:42:07.102331  [::1]:50123  hint: the next ping came 0.7 ms after the"
                                + " copy of a reply. Does the client compare the numbers? One that"
                                + " does not takes the copy for the next reply",
                        "10:42:07.102331  [::1]:50123  hint: the next ping came 2 ms after a late"
                                + " reply. Does the client compare the numbers? One that does not"
                                + " takes that reply for the one to its latest ping",
                        "10:42:07.102331  [::1]:50123  hint: its last ping was dropped and nothing"
                                + " came since. Does this client set a timeout?",
                        "",
                        "--- UDP port 12000 server statistics ---",
                        "5 received, 2 answered, 1 (20%) dropped on purpose, 1 refused by the"
                                + " limits, 1 ignored",
                        "clients: 1, addresses: 1"),
                lines(Locale.ENGLISH));
    }

    @Test
    void theServerSpeaksPortuguese() {
        List<String> lines = lines(BRAZIL);
        assertEquals(
                "10:42:07.102331  [::1]:50123  respondido depois de 104.25 ms, duas vezes: Ping 2"
                        + " 1.5",
                lines.get(3));
        assertEquals("clientes: 1, endereços: 1", lines.get(13));
    }

    @Test
    void nonDefaultLimitsArePrintedAtTheStart() {
        assertEquals("Loss 0%, no limits, seed 1. Ctrl+C ends.", second(RateLimitSettings.OFF));
        assertEquals(
                "Loss 0%, at most 250 per second for each client, seed 1. Ctrl+C ends.",
                second(RateLimitSettings.ofClient(250)));
    }

    private static String second(RateLimitSettings limits) {
        EchoPlan plan = new EchoPlan(12_000, Impairments.ofLoss(0), 1, limits);
        return new ServerText(plan, Locale.ENGLISH, ZoneOffset.UTC)
                .lines(new ServerLedger(), Events.server().get(0))
                .get(1);
    }

    @ParameterizedTest
    @EnumSource(ServerEvent.Limit.class)
    void everyLimitHasWords(ServerEvent.Limit limit) {
        hasWords(new ServerEvent.Limited(Events.CLIENT, "x", 1, Events.AT, limit));
    }

    @ParameterizedTest
    @EnumSource(ServerEvent.Reason.class)
    void everyReasonHasWords(ServerEvent.Reason reason) {
        hasWords(new ServerEvent.Ignored(Events.CLIENT, "x", 1, Events.AT, reason));
    }

    private static void hasWords(ServerEvent event) {
        ServerLedger ledger = new ServerLedger();
        List<String> english = text(Locale.ENGLISH).lines(ledger, event);
        assertEquals(1, english.size());
        assertFalse(english.equals(text(BRAZIL).lines(ledger, event)), english::toString);
    }

    private static List<String> lines(Locale locale) {
        ServerText text = text(locale);
        ServerLedger ledger = new ServerLedger();
        List<String> lines = new ArrayList<>();
        for (ServerEvent event : Events.server()) {
            ledger.apply(event);
            lines.addAll(text.lines(ledger, event));
        }
        return lines;
    }

    private static ServerText text(Locale locale) {
        return new ServerText(PLAN, locale, ZoneOffset.UTC);
    }
}
