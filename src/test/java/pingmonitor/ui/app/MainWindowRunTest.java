package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.QuietLog;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.monitor.LiveRun;
import pingmonitor.ping.Problem.Field;
import pingmonitor.session.PingState;
import pingmonitor.ui.common.Fx;

/** Runs of the whole window with the real engine or one that breaks. */
@Tag("window")
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
class MainWindowRunTest extends MainWindowFixture {
    @Start
    void start(Stage window) throws IOException {
        open(window);
    }

    @Test
    void tenPingsOverUdpAgreeWithTheServerPingByPing(FxRobot robot) throws Exception {
        real = true;
        List<ServerEvent> events = new CopyOnWriteArrayList<>();
        EchoPlan plan = new EchoPlan(0, Impairments.ofLoss(0.3), 1, RateLimitSettings.DEFAULT);
        try (EchoServer server = EchoServer.start(plan, events::add)) {
            type(robot, "#port", Integer.toString(server.port()));
            robot.interact(() -> models.form().text(Field.TIMEOUT).set("2 s"));
            robot.interact(() -> models.form().text(Field.PAUSE).set("0"));
            robot.type(KeyCode.ENTER);
            Fx.await(() -> text(robot, "#start").equals("Stop") || states(robot).size() == 10);
            Fx.await(() -> text(robot, "#start").equals("Start") && states(robot).size() == 10);
        }
        List<Boolean> answered =
                events.stream()
                        .filter(ServerEvent.OfDatagram.class::isInstance)
                        .map(ServerEvent.Answered.class::isInstance)
                        .collect(Collectors.toList());
        // Late is what a busy machine makes of a reply.
        List<Boolean> replied =
                states(robot).stream()
                        .map(state -> state == PingState.REPLIED || state == PingState.LATE)
                        .collect(Collectors.toList());
        assertEquals(answered, replied);
        assertTrue(
                answered.contains(true) && answered.contains(false),
                "the seed loses some and answers some");
    }

    @Test
    void theSwitchedOnServerIsPingedFromTheSameWindow(FxRobot robot) throws Exception {
        real = true;
        Fx.click(robot, "#serverSwitch");
        Fx.await(() -> text(robot, "#serverStatus").contains("Listening"));
        type(robot, "#port", models.server().portTextProperty().get());
        robot.interact(() -> models.form().text(Field.COUNT).set("3"));
        robot.interact(() -> models.form().text(Field.TIMEOUT).set("20 s"));
        robot.interact(() -> models.server().impairmentsProperty().set(Impairments.ofLoss(0)));
        robot.type(KeyCode.ENTER);
        Fx.await(
                () ->
                        states(robot)
                                .equals(
                                        List.of(
                                                PingState.REPLIED,
                                                PingState.REPLIED,
                                                PingState.REPLIED)));
        Fx.await(() -> text(robot, "#serverAnswered").equals("3"));
        Fx.click(robot, "#serverSwitch");
        Fx.await(() -> !text(robot, "#serverStatus").contains("Listening"));
    }

    @Test
    void aRunStoppedInTheMomentOfItsStartEnds(FxRobot robot) throws Exception {
        real = true;
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            type(robot, "#port", Integer.toString(silent.getLocalPort()));
            for (int i = 0; i < 30; i++) {
                robot.interact(
                        () -> {
                            models.runStarter().startOrStop();
                            models.runStarter().startOrStop();
                        });
                Fx.await(() -> models.runs().activeProperty().get().isEmpty());
            }
        }
        Fx.await(() -> text(robot, "#start").equals("Start"));
    }

    @Test
    void aDefectOfTheEngineEndsTheRunInWords(FxRobot robot) throws Exception {
        defective = true;
        try (QuietLog quiet = QuietLog.of(LiveRun.class)) {
            robot.clickOn("#port").type(KeyCode.ENTER);
            Fx.await(() -> !models.runs().all().isEmpty());
            Fx.await(() -> models.runs().activeProperty().get().isEmpty());
            Fx.await(() -> text(robot, "#status").contains("a defect"));
            assertEquals(1, quiet.messages());
        }
    }

    @Test
    void aHundredStartsAndStopsLeaveNoThreadAndNoPort(FxRobot robot) throws Exception {
        real = true;
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            type(robot, "#port", Integer.toString(silent.getLocalPort()));
            for (int i = 1; i <= 100; i++) {
                int size = i;
                robot.interact(() -> models.runStarter().startOrStop());
                Fx.await(() -> models.runs().all().size() == size && !states(robot).isEmpty());
                robot.interact(() -> models.runStarter().startOrStop());
                Fx.await(() -> models.runs().activeProperty().get().isEmpty());
            }
        }
        Fx.await(() -> threads("ping-").isEmpty());
    }

    private static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toList());
    }
}
