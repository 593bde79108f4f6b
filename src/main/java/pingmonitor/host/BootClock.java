package pingmonitor.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Time since this machine was started, with the time that it was asleep. {@link System#nanoTime} leaves that out on
 * Linux and macOS; there is no other way to tell a sleep from a clock that was set forward.
 */
public final class BootClock {
    private static final Path UPTIME = Path.of("/proc/uptime");

    private BootClock() {}

    /** The time in nanoseconds, to a hundredth of a second; empty on a system that does not tell (all but Linux). */
    public static OptionalLong nanos() {
        return OperatingSystem.current() == OperatingSystem.LINUX
                ? nanos(UPTIME)
                : OptionalLong.empty();
    }

    /** What such a file tells: seconds with two decimals, a blank, and more (proc(5)). */
    static OptionalLong nanos(Path uptime) {
        try {
            String seconds = Files.readString(uptime).split(" ", 2)[0];
            return OptionalLong.of(
                    Math.round(Double.parseDouble(seconds) * TimeUnit.SECONDS.toNanos(1)));
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }
}
