package pingmonitor.cli;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pingmonitor.host.OperatingSystem;

/**
 * A command line of the person, run by the shell of this system. Its errors go where those of this program go; what else
 * it prints goes nowhere, since programs may read this program's output.
 */
final class ShellCommand implements OutageCommand.Runner {
    private static final File NOTHING =
            new File(OperatingSystem.current() == OperatingSystem.WINDOWS ? "NUL" : "/dev/null");

    private final List<String> words;
    private final Duration maxTime;

    /**
     * @param typed as the person typed it
     * @param maxTime how long it may take before it is ended
     */
    ShellCommand(String typed, Duration maxTime) {
        this.words =
                OperatingSystem.current() == OperatingSystem.WINDOWS
                        ? List.of("cmd.exe", "/d", "/s", "/c", typed)
                        : List.of("/bin/sh", "-c", typed);
        this.maxTime = maxTime;
    }

    @Override
    public void run(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectInput(NOTHING)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        variables.forEach((name, value) -> builder.environment().put(name, value(value)));
        Process process = builder.start();
        try {
            if (!process.waitFor(maxTime.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("not done after " + maxTime.toSeconds() + " s");
            }
        } finally {
            end(process);
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue());
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The shell of Windows reads a line again after it has put the variables in. */
    private static String value(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return OperatingSystem.current() == OperatingSystem.WINDOWS
                ? plain.replaceAll("[&|<>^%!\"]", "_")
                : plain;
    }
}
