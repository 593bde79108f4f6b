package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.ping.Problem.Field;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.ping.FakeFinders;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;

/** Settings are saved while the window is open, since a signal or a log-out ends the program without closing it. */
@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class SettingsSavingTest {
    private final List<Settings> saved = new CopyOnWriteArrayList<>();
    private MainModel models;
    private Stage stage;
    private MainWindow window;

    @Start
    void start(Stage shown) {
        stage = shown;
        Settings.Look english =
                new Settings.Look(Settings.Theme.LIGHT, "en", Settings.Look.DEFAULT_FONT_SIZE);
        models =
                new MainModel(
                        new Settings(
                                Settings.DEFAULT.ping(),
                                Settings.DEFAULT.server(),
                                english,
                                Optional.empty()),
                        new RunListModel(ScriptedEngine::new),
                        Examiner.NONE,
                        new ServerModel(
                                "12000", Impairments.ofLoss(0), 1, EchoServer::start, List::of),
                        new ForwardModel(new RecordingRouter(), page -> {}),
                        new FakeFinders(),
                        new SaveFolder(Path.of("documents")));
        window = new MainWindow(stage, models, Optional.empty(), saved::add);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> models.close());
    }

    @Test
    void whatIsTypedIsSavedWithoutClosing(FxRobot robot) throws TimeoutException {
        robot.interact(() -> models.form().text(Field.HOST).set("example.org"));
        await(settings -> settings.ping().host().equals("example.org"));
        robot.interact(() -> models.server().impairmentsProperty().set(Impairments.ofLoss(0.5)));
        await(settings -> settings.server().impairments().loss() == 0.5);
    }

    @Test
    void placeOfTheWindowIsSavedWithoutClosing(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.setX(stage.getX() + 7));
        double x = stage.getX();
        await(settings -> settings.window().orElseThrow().x() == x);
    }

    @Test
    void whatIsTypedInAnotherLanguageIsSavedToo(FxRobot robot) throws TimeoutException {
        robot.interact(() -> models.look().speak("pt"));
        await(settings -> settings.look().language().equals("pt"));
        robot.interact(() -> window.view().usualDivider());
        robot.interact(() -> models.form().text(Field.PORT).set("7"));
        await(settings -> settings.ping().port().equals("7"));
    }

    @Test
    void changeThatIsTakenBackAtOnceIsNotSaved(FxRobot robot) throws TimeoutException {
        robot.interact(() -> models.form().text(Field.HOST).set("example.org"));
        await(settings -> settings.ping().host().equals("example.org"));
        int before = saved.size();
        robot.interact(
                () -> {
                    models.form().text(Field.PORT).set("8");
                    models.form().text(Field.PORT).set(saved.get(before - 1).ping().port());
                });
        robot.interact(() -> models.form().text(Field.HOST).set("example.net"));
        await(settings -> settings.ping().host().equals("example.net"));
        assertEquals(before + 1, saved.size());
    }

    @Test
    void everySettingIsWatched() {
        int settings =
                Stream.of(Settings.Ping.class, Settings.Server.class, Settings.Look.class)
                        .mapToInt(part -> part.getRecordComponents().length)
                        .sum();
        assertEquals(settings, models.remembered().stream().distinct().count());
    }

    private void await(Predicate<Settings> condition) throws TimeoutException {
        Fx.await(() -> !saved.isEmpty() && condition.test(saved.get(saved.size() - 1)));
    }
}
