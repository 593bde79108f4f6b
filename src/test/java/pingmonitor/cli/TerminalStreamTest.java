package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalStreamTest {
    private static final String TEXT = "não… −3 ms – “ação” µs 中";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UTF-8 | não… −3 ms – “ação” µs 中",
                "IBM850 | não... -3 ms - 'ação' µs ?",
                "windows-1252 | não… -3 ms – “ação” µs ?",
                "IBM437 | n?o... -3 ms - 'aç?o' µs ?",
                "US-ASCII | n?o... -3 ms - 'a??o' us ?"
            })
    void whatACharacterSetLacksIsSaidPlainly(String charset, String shown) {
        assertEquals(shown, printed(Charset.forName(charset)));
    }

    @Test
    void linesAreTranslatedToo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TerminalStream out = new TerminalStream(bytes, true, StandardCharsets.US_ASCII)) {
            out.println("a…");
        }
        assertEquals("a..." + System.lineSeparator(), bytes.toString(StandardCharsets.US_ASCII));
    }

    private static String printed(Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TerminalStream out = new TerminalStream(bytes, true, charset)) {
            out.print(TEXT);
        }
        return bytes.toString(charset);
    }
}
