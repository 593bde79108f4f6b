package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
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
@Tag("view")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class SettingsAutosaveTest {
    private static final String NAME = "settings.properties";
    private static final Settings DARK =
            new Settings(
                    Settings.DEFAULT.ping(),
                    Settings.DEFAULT.server(),
                    new Settings.Look(Settings.Theme.DARK, "pt", 22),
                    Optional.empty());

    private final List<SettingsStore.Obstacle> told = new CopyOnWriteArrayList<>();
    @TempDir private Path parent;
    private Path folder;
    private QuietLog quiet;

    @BeforeEach
    void name() {
        quiet = QuietLog.of(SettingsAutosave.class);
        folder = parent.resolve("config");
    }

    @AfterEach
    void endQuiet() {
        quiet.close();
    }

    @Test
    void aSaveThatWorksTellsNothing(FxRobot robot) throws Exception {
        SettingsAutosave keeper = keeper(robot);
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
        SettingsAutosave keeper = keeper(robot);
        awaitTold(1);
        keeper.save(Settings.DEFAULT);
        awaitFailures(1);
        keeper.save(Settings.DEFAULT);
        awaitFailures(2);
        keeper.close();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(new SettingsStore.Obstacle(folder, false)), told);
    }

    @Test
    void aLaterFailureIsToldOnceAndAgainOnlyAfterASaveHasWorked(FxRobot robot) throws Exception {
        SettingsAutosave keeper = keeper(robot);
        Files.writeString(folder, "in the way");
        keeper.save(Settings.DEFAULT);
        awaitTold(1);
        keeper.save(Settings.DEFAULT);
        awaitFailures(2);

        Files.delete(folder);
        keeper.save(Settings.DEFAULT);
        awaitFile();
        keeper.save(Settings.DEFAULT);
        assertEquals(List.of(new SettingsStore.Obstacle(folder, false)), told);

        takeAway();
        keeper.save(Settings.DEFAULT);
        awaitTold(2);
        keeper.close();
    }

    @Test
    void aReadOnlyFileIsToldAsSuch(FxRobot robot) throws Exception {
        Path file = Files.writeString(Files.createDirectory(folder).resolve(NAME), "version=1");
        assertTrue(file.toFile().setReadOnly());
        SettingsAutosave keeper = keeper(robot);
        awaitTold(1);
        keeper.close();
        assertEquals(List.of(new SettingsStore.Obstacle(file, true)), told);
    }

    @Test
    void closingWritesTheLastThatIsNotWrittenYetWithoutTheFxThread(FxRobot robot) {
        BooleanProperty quiet = new SimpleBooleanProperty(true);
        SettingsAutosave keeper = keeper(robot);
        robot.interact(() -> keeper.waitFor(quiet));
        keeper.save(Settings.DEFAULT);
        keeper.save(DARK);
        robot.interact(keeper::close);
        assertEquals(DARK, store().load().settings());
        keeper.save(Settings.DEFAULT);
        keeper.close();
        assertEquals(DARK, store().load().settings(), "what comes later is of a dying window");
    }

    @Test
    void nothingIsWrittenInAQuietPeriod(FxRobot robot) throws Exception {
        BooleanProperty quiet = new SimpleBooleanProperty(true);
        SettingsAutosave keeper = keeper(robot);
        robot.interact(() -> keeper.waitFor(quiet));
        keeper.save(DARK);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(Files.exists(folder.resolve(NAME)));
        robot.interact(() -> quiet.set(false));
        awaitFile();
        keeper.close();
        assertEquals(DARK, store().load().settings());
    }

    /** When nothing is being written any more. */
    private void takeAway() throws IOException, TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> {
                    Files.deleteIfExists(folder.resolve(NAME));
                    try {
                        Files.deleteIfExists(folder);
                        Files.writeString(folder, "in the way");
                        return true;
                    } catch (IOException stillWritten) {
                        return false;
                    }
                });
    }

    private SettingsAutosave keeper(FxRobot robot) {
        SettingsAutosave keeper = new SettingsAutosave(store(), Duration.ZERO);
        keeper.load();
        robot.interact(() -> keeper.tellWhenLost(told::add));
        return keeper;
    }

    private SettingsStore store() {
        return new SettingsStore(folder.resolve(NAME));
    }

    private void awaitFile() throws TimeoutException {
        Path file = folder.resolve(NAME);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(file));
    }

    private void awaitTold(int times) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> told.size() == times);
    }

    private void awaitFailures(int times) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> quiet.messages() == times);
    }
}
