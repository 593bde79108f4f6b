package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootClockTest {
    @TempDir private Path folder;

    @Test
    void secondsWithHundredthsAreRead() throws IOException {
        assertEquals(OptionalLong.of(350_735_470_000_000L), told("350735.47 234388.90\n"));
        assertEquals(OptionalLong.of(10_000_000L), told("0.01 0.00"));
        assertEquals(OptionalLong.of(7_000_000_000L), told("7"));
    }

    @Test
    void anythingElseTellsNothing() throws IOException {
        assertEquals(OptionalLong.empty(), told(""));
        assertEquals(OptionalLong.empty(), told("a while"));
        assertEquals(OptionalLong.empty(), BootClock.nanos(folder.resolve("none")));
    }

    @Test
    void linuxTellsOneThatGoesOn() {
        OptionalLong first = BootClock.nanos();
        assertEquals(OperatingSystem.current() == OperatingSystem.LINUX, first.isPresent());
        assertTrue(first.isEmpty() || BootClock.nanos().getAsLong() >= first.getAsLong());
    }

    private OptionalLong told(String uptime) throws IOException {
        return BootClock.nanos(Files.writeString(folder.resolve("uptime"), uptime));
    }
}
