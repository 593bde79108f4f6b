package pingmonitor.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a file or the output of a command of the system, with limits on size and time. */
final class SystemText {
    private static final int MAX_BYTES = 1 << 20;
    private static final Duration MAX_TIME = Duration.ofSeconds(2);

    private SystemText() {}

    /** The content of a file; empty when it cannot be read. */
    static Optional<String> ofFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(text(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a command prints within 2 s; empty when it cannot be run, takes longer, prints far too much, or fails. */
    static Optional<String> ofCommand(List<String> command) {
        return ofCommand(command, MAX_TIME);
    }

    /**
     * The same with another limit.
     *
     * @param maxTime for its output, and once more for its end
     */
    static Optional<String> ofCommand(List<String> command, Duration maxTime) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.PIPE)
                            .start();
            try {
                process.getOutputStream().close();
                return output(process, maxTime.toMillis());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        }
    }

    private static Optional<String> output(Process process, long maxMillis) {
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread reader =
                new Thread(
                        () -> {
                            try {
                                output.complete(text(process.getInputStream()));
                            } catch (IOException e) {
                                output.completeExceptionally(e);
                            }
                        },
                        "system-command");
        reader.setDaemon(true);
        reader.start();
        try {
            String text = output.get(maxMillis, TimeUnit.MILLISECONDS);
            if (text.length() == MAX_BYTES) {
                // Nobody reads the rest, so the command would wait with it.
                return Optional.empty();
            }
            boolean ended = process.waitFor(maxMillis, TimeUnit.MILLISECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String text(InputStream in) throws IOException {
        // Only ASCII in it matters. Windows prints in a code page, such as 850 in Brazil: each byte
        // becomes one character, and those beyond ASCII neither end a line nor part words.
        return new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
    }
}
