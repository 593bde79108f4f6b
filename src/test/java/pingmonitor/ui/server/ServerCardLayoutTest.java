package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import pingmonitor.host.Medium;
import pingmonitor.ui.common.Fx;

/** Where things are on the card while the server comes and goes. */
class ServerCardLayoutTest extends ServerWindowFixture {
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

    @Start
    void start(Stage stage) throws UnknownHostException {
        lan =
                List.of(
                        AddressList.lan("192.168.1.20", "wlp2s0", Medium.WIFI),
                        AddressList.lan("10.0.0.7", "enp3s0", Medium.ETHERNET));
        openWindow(stage);
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
