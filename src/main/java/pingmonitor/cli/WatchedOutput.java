package pingmonitor.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Passes bytes on and remembers why that failed: a {@link java.io.PrintStream} tells only that it did. */
final class WatchedOutput extends OutputStream {
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private final OutputStream to;
    private final boolean readByAProgram;
    private volatile Optional<IOException> failure = Optional.empty();

    /**
     * @param readByAProgram whether it goes to another program, which may have read enough
     */
    WatchedOutput(OutputStream to, boolean readByAProgram) {
        this.to = to;
        this.readByAProgram = readByAProgram;
    }

    /** Of this program. */
    static WatchedOutput standard() {
        return new WatchedOutput(new FileOutputStream(FileDescriptor.out), isReadByAProgram());
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

    /** {@code … | head -3} closes a pipe, and that is the person's wish; systems say it in many languages. */
    private boolean closed(String said) {
        return readByAProgram || said.toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Whether the output of this program goes to the screen of a terminal. */
    static boolean isShown() {
        try {
            String target = Files.readSymbolicLink(OUTPUT).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return System.console() != null;
        }
    }

    /** Whether Linux says that this program writes into a pipe or a socket, which no full disk can break. */
    private static boolean isReadByAProgram() {
        try {
            String target = Files.readSymbolicLink(OUTPUT).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
