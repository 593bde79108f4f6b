package pingmonitor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Passes bytes on and remembers why that failed: a {@link java.io.PrintStream} tells only that it did. */
final class WatchedOutput extends OutputStream {
    private final OutputStream to;
    private volatile Optional<IOException> failure = Optional.empty();

    WatchedOutput(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            to.write(bytes, offset, length);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** What the system said when it did not take the output; empty also when nobody reads it any more. */
    Optional<String> loss() {
        return failure.map(e -> String.valueOf(e.getMessage())).filter(said -> !closed(said));
    }

    /** {@code … | head -3} closes a pipe, and that is the person's wish. Most languages leave the word as it is. */
    private static boolean closed(String said) {
        return said.toLowerCase(Locale.ROOT).contains("pipe");
    }
}
