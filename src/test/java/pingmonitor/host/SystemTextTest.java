package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command of the system is read in any code page, and whatever it does, the program goes on. */
@Timeout(300)
class SystemTextTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "windows-1252", "UTF-8"})
    void asciiOfACommandIsReadInAnyCodePage(String codePage) {
        String text =
                SystemText.ofCommand(CommandForTests.that("prints", codePage), LONG).orElseThrow();

        assertTrue(text.lines().anyMatch(CommandForTests.ROUTE::equals), text);
        assertEquals(1, RouteTables.windows(text).size(), text);
    }

    @Test
    void commandThatReadsInputFindsItsEnd() {
        String text = SystemText.ofCommand(CommandForTests.that("asks"), LONG).orElseThrow();

        assertTrue(text.contains("read -1"), text);
    }

    @Test
    void commandThatFailsTellsNothing() {
        assertEquals(Optional.empty(), SystemText.ofCommand(CommandForTests.that("fails"), LONG));
    }

    @Test
    void commandThatIsMissingTellsNothing() {
        String missing = folder.resolve("System32").resolve("route.exe").toString();

        assertEquals(Optional.empty(), SystemText.ofCommand(List.of(missing, "print"), LONG));
        assertEquals(Optional.empty(), SystemText.ofFile(folder.resolve("route")));
    }

    @Test
    void commandThatHangsIsLeft() {
        assertEquals(
                Optional.empty(),
                SystemText.ofCommand(CommandForTests.that("hangs"), Duration.ofMillis(50)));
    }

    /** It is ended at once; it would wait for ever until somebody reads the rest. */
    @Test
    void commandThatPrintsWithoutEndIsEnded() {
        assertEquals(Optional.empty(), SystemText.ofCommand(CommandForTests.that("floods"), LONG));
    }
}
