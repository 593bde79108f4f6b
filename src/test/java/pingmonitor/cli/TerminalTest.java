package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.host.OperatingSystem;

class TerminalTest {
    private static final Charset OF_BRAZIL = Charset.forName("IBM850");

    /** Its bytes are the same on every system; a person's lines end as the system has them. */
    @Test
    void aLineOfJsonEndsAlikeOnEverySystem() {
        assertEquals("{}\n", printed("{}", true));
        assertEquals("text" + System.lineSeparator(), printed("text", false));
    }

    @Test
    void onlyAConsoleOfWindowsGetsItsOwnCharacterSet() {
        assertEquals(
                OF_BRAZIL, TerminalCharset.of(OperatingSystem.WINDOWS, Optional.of(OF_BRAZIL)));
        assertEquals(
                StandardCharsets.UTF_8,
                TerminalCharset.of(OperatingSystem.WINDOWS, Optional.empty()));
        assertEquals(
                StandardCharsets.UTF_8,
                TerminalCharset.of(OperatingSystem.LINUX, Optional.of(StandardCharsets.US_ASCII)));
    }

    @Test
    void aNameOfJavasIsACharacterSetOrNone() {
        assertEquals(Optional.of(OF_BRAZIL), TerminalCharset.named("cp850"));
        assertEquals(Optional.of(StandardCharsets.UTF_8), TerminalCharset.named("UTF-8"));
        for (String none : new String[] {"", "cp0", "no name"}) {
            assertEquals(Optional.empty(), TerminalCharset.named(none), none);
        }
    }

    private static String printed(String line, boolean json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Terminal(out, out, Locale.ENGLISH).printLine(line, json);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
