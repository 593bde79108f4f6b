package pingmonitor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private static final List<String> NAMES =
            List.of("ana", "sala-3.escola.example", "Laptop-da-Ana", "x", "", "/srv/ana");

    private final Redaction redaction = new Redaction(NAMES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cannot read /home/ana/Meus Textos/aula (1).csv | cannot read <path>
                    cannot read ~/aula.csv | cannot read <path>
                    cannot read C:\\Users\\Ana\\aula.csv (denied) | cannot read <path>
                    cannot read \\\\server\\share\\aula.csv | cannot read <path>
                    at file:/opt/ana/x.jar | at file:<path>
                    pings to sala-3.escola.example:12000 broke | pings to <name>:12000 broke
                    Ana on LAPTOP-DA-ANA | <name> on <name>
                    banana and anagram | banana and anagram
                    from localhost/127.0.0.1:12000, but lost | from <address>, but lost
                    from /192.168.1.20:50000] | from <address>]
                    to 192.168.1.20. | to <address>.
                    from /[fe80:0:0:0:0:0:0:1%eth0]:12000, late | from <address>, late
                    from ::1 and 2001:db8::7 | from <address> and <address>
                    http://192.168.1.1:5000/desc.xml | http:/<address>/desc.xml
                    For input string: "dez" | For input string: "<text>"
                    1/2 of 3 / 4, and/or 7.5.3 | 1/2 of 3 / 4, and/or 7.5.3
                    at 2026-11-23T12:00:00Z | at 2026-11-23T12:00:00Z
                    """)
    void messageLosesWhatTellsOfThePerson(String message, String redacted) {
        assertEquals(redacted, redaction.message(message));
    }

    @Test
    void pathThatTheSystemRefusedIsTakenOut() {
        InvalidPathException refused =
                new InvalidPathException("minha aula.csv", "Illegal char", 3);
        assertEquals(
                "java.nio.file.InvalidPathException: Illegal char at index 3: <path>",
                words(refused));
        assertEquals(
                "java.lang.IllegalStateException: "
                        + "java.nio.file.InvalidPathException: Illegal char at index 3: <path>",
                words(new IllegalStateException(refused)));
        assertEquals(
                "java.io.UncheckedIOException: java.nio.file.AccessDeniedException: <path>",
                words(new UncheckedIOException(new AccessDeniedException("aula.csv"))));
        assertEquals(
                "java.lang.IllegalArgumentException: java.net.URISyntaxException: no: <path>",
                words(new IllegalArgumentException(new URISyntaxException("sala 3", "no"))));
    }

    @Test
    void namesOfTheProgramStay() {
        NullPointerException helpful =
                new NullPointerException(
                        "Cannot invoke \"pingmonitor.ana.Ana.plan()\" because \"this.ana\" is null");
        assertEquals("java.lang.NullPointerException: " + helpful.getMessage(), words(helpful));
        assertEquals(
                "java.lang.IllegalStateException",
                new Redaction(List.of("java", "lang"))
                        .words(new IllegalStateException(), "java.lang.IllegalStateException"));
    }

    @Test
    void reportKeepsTraceAndCausesRedacted() {
        IllegalStateException thrown =
                new IllegalStateException(
                        "ana", new InvalidPathException("/home/ana/ação", "unmappable"));
        thrown.addSuppressed(new IllegalArgumentException("10.0.0.7"));
        LogEntry entry =
                new LogEntry(
                        Instant.EPOCH,
                        Level.SEVERE,
                        "main",
                        "pingmonitor.x",
                        "saving /home/ana/ação broke",
                        Optional.of(thrown));
        String text =
                CrashReport.text(
                        List.of("Program 1"),
                        List.of(new Crashes.Seen(entry, 1)),
                        ZoneOffset.UTC,
                        redaction);
        assertTrue(text.contains(" SEVERE [main] pingmonitor.x: saving <path>\n"), text);
        assertTrue(text.contains("java.lang.IllegalStateException: <name>\n\tat "), text);
        assertTrue(
                text.contains("\n\tSuppressed: java.lang.IllegalArgumentException: <address>\n"));
        assertTrue(
                text.contains(
                        "\nCaused by: java.nio.file.InvalidPathException: unmappable: <path>\n"),
                text);
        assertTrue(text.contains(" more\n"), text);
        assertFalse(text.contains("ana/") || text.contains("10.0.0.7"), text);
    }

    @Test
    void unredactedTraceHasTheFormOfTheJdk() {
        IllegalStateException thrown = new IllegalStateException("outer");
        Throwable cause = new IllegalArgumentException("/home/ana");
        cause.addSuppressed(thrown);
        thrown.initCause(cause);
        StringWriter jdk = new StringWriter();
        thrown.printStackTrace(new PrintWriter(jdk, true));
        assertEquals(
                jdk.toString().replace(System.lineSeparator(), "\n"),
                new StackTraceText((whose, words) -> words).of(thrown));
    }

    private String words(Throwable thrown) {
        return redaction.words(thrown, thrown.toString());
    }
}
