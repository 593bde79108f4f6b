package pingmonitor.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program beside this one, its output (both kinds) read line by line; ended by {@link #close}. */
final class ChildProcess extends Program {
    private static final long BOUND_SECONDS = 60;

    private final Process process;
    private final Thread reader;

    private ChildProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output of " + process.pid());
        reader.start();
    }

    static ChildProcess start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // announces itself on stderr
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        process.getOutputStream().close();
        return new ChildProcess(process);
    }

    /** This program's command line, in a JVM of its own. */
    static ChildProcess ourProgram(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("pingmonitor.Launcher");
        command.addAll(List.of(arguments));
        return start(command);
    }

    /** Its exit code, with all of its output read. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running; " + all());
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    boolean hasEnded() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(this::printed);
        } catch (IOException | UncheckedIOException e) {
            // The stream was closed under the reader because the process was ended: no more lines.
        }
    }
}
