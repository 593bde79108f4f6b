package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.fate.Preset;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;
import pingmonitor.ui.common.Fx;

/** Where things are on the card while the server comes and goes. */
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class ServerCardLayoutTest {
    private static final List<String> UNDER_THE_HAND =
            List.of(
                    "#serverSwitch",
                    "#serverPort",
                    "#serverPreset",
                    "#serverLossSlider",
                    "#serverLoss",
                    "#serverDelay",
                    "#serverSeed",
                    "#serverMore");

    private final FakeEngine.Factory engines = new FakeEngine.Factory();
    private ServerModel model;
    private ServerWindow window;

    @Start
    void start(Stage stage) throws UnknownHostException {
        LanAddress wifi =
                new LanAddress(InetAddress.getByName("192.168.1.20"), "wlp2s0", Medium.WIFI);
        LanAddress cable =
                new LanAddress(InetAddress.getByName("10.0.0.7"), "enp3s0", Medium.ETHERNET);
        engines.permits.release(100);
        model =
                new ServerModel(
                        "12000", Preset.BOOK.impairments(), 1, engines, () -> List.of(wifi, cable));
        window = new ServerWindow(stage);
        window.show(model, Locale.ENGLISH);
    }

    @AfterEach
    void shutDown(FxRobot robot) {
        robot.interact(window::dispose);
        robot.interact(model::shutdown);
    }

    @Test
    void nothingUnderTheHandMovesWhenTheServerIsSwitchedOnOrOff() throws Exception {
        Map<String, Point2D> off = places();
        window.click("#serverSwitch");
        ServerWindow.await(() -> window.shown("#serverAddressesHeading"));
        Fx.awaitFrames(1);
        assertEquals(off, places(), "on");
        window.click("#serverSwitch");
        ServerWindow.await(() -> !window.shown("#serverAddresses"));
        assertEquals(off, places(), "off again");
    }

    private Map<String, Point2D> places() {
        Map<String, Point2D> places = new TreeMap<>();
        UNDER_THE_HAND.forEach(
                each -> places.put(each, window.find(each, Node.class).localToScene(0, 0)));
        return places;
    }
}
