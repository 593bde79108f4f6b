package pingmonitor.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/**
 * Prints text for a terminal in its character set. What that lacks and plain letters can say, such as … in most code
 * pages of Windows, is said by them, so that a line of JSON stays one; the rest becomes a question mark.
 */
final class TerminalStream extends PrintStream {
    private static final Map<Character, String> PLAIN =
            Map.of(
                    '…', "...", '–', "-", '−', "-", '“', "'", '”', "'", '‘', "'", '’', "'", '•',
                    "*", 'µ', "u");

    private final CharsetEncoder encoder;

    TerminalStream(OutputStream out, boolean flushesLines, Charset charset) {
        super(out, flushesLines, charset);
        this.encoder = charset.newEncoder();
    }

    @Override
    public void print(String text) {
        super.print(fit(String.valueOf(text)));
    }

    private synchronized String fit(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder fitting = new StringBuilder(text.length());
        for (char each : text.toCharArray()) {
            fitting.append(
                    encoder.canEncode(each)
                            ? each
                            : PLAIN.getOrDefault(each, String.valueOf(each)));
        }
        return fitting.toString();
    }
}
