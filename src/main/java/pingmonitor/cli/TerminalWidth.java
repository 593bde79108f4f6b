package pingmonitor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How wide the terminal is. */
final class TerminalWidth {
    /** Where nobody says, and for what is written into a file. */
    static final int USUAL = 80;

    private static final int MIN = 60;
    private static final int MAX = 500;
    private static final Path TTY = Path.of("/dev/tty");
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,5})\\s*");
    private static final long MAX_WAIT_MILLIS = 500;

    private TerminalWidth() {}

    /** Number of columns of a line. */
    static int columns(Terminal terminal) {
        if (!terminal.isInteractive()) {
            return USUAL;
        }
        int told =
                Optional.ofNullable(System.getenv("COLUMNS"))
                        .filter(text -> text.matches("\\d{1,5}"))
                        .map(Integer::parseInt)
                        .or(TerminalWidth::ofTty)
                        .orElse(USUAL);
        return Math.max(MIN, Math.min(MAX, told));
    }

    /** Shells do not tell their programs, and Java cannot ask. */
    private static Optional<Integer> ofTty() {
        if (!Files.isReadable(TTY)) {
            return Optional.empty();
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(TTY.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!stty.waitFor(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            String said =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = SIZE.matcher(said);
            return size.matches() && !size.group(1).equals("0")
                    ? Optional.of(Integer.valueOf(size.group(1)))
                    : Optional.empty();
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
