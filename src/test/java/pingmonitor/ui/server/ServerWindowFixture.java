package pingmonitor.ui.server;

import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import pingmonitor.echo.fate.Preset;
import pingmonitor.host.LanAddress;

/** The server card and its log in a window, over a server without sockets that does what the test says. */
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
abstract class ServerWindowFixture {
    final FakeEngine.Factory engines = new FakeEngine.Factory();
    volatile List<LanAddress> lan = List.of();
    ServerModel model;
    ServerWindow window;

    /** Opens the window over a server that is off; the start of each test calls it. */
    void openWindow(Stage stage) {
        engines.permits.release(100);
        model = new ServerModel("12000", Preset.BOOK.impairments(), 1, engines, () -> lan);
        window = new ServerWindow(stage);
        window.show(model, Locale.ENGLISH);
    }

    @AfterEach
    void shutDown(FxRobot robot) {
        robot.interact(window::dispose);
        robot.interact(model::shutdown);
    }
}
