package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.echo.QuietLog;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;

/** Settings that can or cannot be kept. */
@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class SettingsKeeperTest {
    private final List<Path> told = new CopyOnWriteArrayList<>();
    @TempDir private Path parent;
    private Path folder;
    private QuietLog quiet;

    @BeforeEach
    void name() {
        quiet = QuietLog.of(SettingsKeeper.class);
        folder = parent.resolve("config");
    }

    @AfterEach
    void endQuiet() {
        quiet.close();
    }

    @Test
    void whatCanBeKeptIsNoNews(FxRobot robot) throws Exception {
        SettingsKeeper keeper = keeper(robot);
        keeper.save(Settings.DEFAULT);
        // Closing waits a moment only.
        awaitFile();
        keeper.close();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), told);
        assertEquals(0, quiet.messages());
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAtTheStartAndOnlyOnce(FxRobot robot) throws Exception {
        Files.writeString(folder, "in the way");
        SettingsKeeper keeper = keeper(robot);
        awaitTold(1);
        keeper.save(Settings.DEFAULT);
        keeper.save(Settings.DEFAULT);
        awaitFailures(2);
        keeper.close();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(folder), told);
    }

    @Test
    void aLaterFailureIsToldOnceAndAgainOnlyAfterASaveHasWorked(FxRobot robot) throws Exception {
        SettingsKeeper keeper = keeper(robot);
        Files.writeString(folder, "in the way");
        keeper.save(Settings.DEFAULT);
        keeper.save(Settings.DEFAULT);
        awaitTold(1);
        awaitFailures(2);

        Files.delete(folder);
        keeper.save(Settings.DEFAULT);
        awaitFile();
        keeper.save(Settings.DEFAULT);
        assertEquals(List.of(folder), told);

        takeAway();
        keeper.save(Settings.DEFAULT);
        awaitTold(2);
        keeper.close();
    }

    /** When nothing is being written any more. */
    private void takeAway() throws IOException, TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> {
                    Files.deleteIfExists(folder.resolve("settings.properties"));
                    try {
                        Files.deleteIfExists(folder);
                        Files.writeString(folder, "in the way");
                        return true;
                    } catch (IOException stillWritten) {
                        return false;
                    }
                });
    }

    private SettingsKeeper keeper(FxRobot robot) {
        SettingsKeeper keeper =
                new SettingsKeeper(new SettingsStore(folder.resolve("settings.properties")));
        keeper.load();
        robot.interact(() -> keeper.tellWhenLost(told::add));
        return keeper;
    }

    private void awaitFile() throws TimeoutException {
        Path file = folder.resolve("settings.properties");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(file));
    }

    private void awaitTold(int times) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> told.size() == times);
    }

    private void awaitFailures(int times) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> quiet.messages() == times);
    }
}
