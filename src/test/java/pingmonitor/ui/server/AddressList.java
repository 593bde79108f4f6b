package pingmonitor.ui.server;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import org.testfx.api.FxRobot;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;

/** The addresses that the card offers, and what a test does with them. */
final class AddressList {
    private final ServerWindow window;
    private final FxRobot robot;

    AddressList(ServerWindow window, FxRobot robot) {
        this.window = window;
        this.robot = robot;
    }

    /** Addresses of Wi-Fi, cable, a phone's USB network and IPv6. */
    static List<LanAddress> fourNetworks() throws UnknownHostException {
        return List.of(
                lan("192.168.1.20", "wlp2s0", Medium.WIFI),
                lan("10.0.0.7", "enp3s0", Medium.ETHERNET),
                lan("10.1.0.7", "usb0", Medium.OTHER),
                lan("2001:db8::7", "enp3s0", Medium.ETHERNET));
    }

    static LanAddress lan(String address, String name, Medium medium) throws UnknownHostException {
        return new LanAddress(InetAddress.getByName(address), name, medium);
    }

    List<String> texts() {
        return robot.lookup("#serverAddresses .server-address").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    List<String> networks() {
        return robot
                .lookup("#serverAddresses .server-address-row .server-small")
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList();
    }

    List<Button> buttons(String selector) {
        return List.copyOf(robot.lookup("#serverAddresses " + selector).queryAllAs(Button.class));
    }

    List<Button> shown(String selector) {
        return buttons(selector).stream().filter(Node::isVisible).toList();
    }

    /** Presses a button without the mouse, because new rows may move the button away from under it. */
    void press(Button button) {
        robot.interact(button::fire);
    }

    /** The text that a camera reads in the QR code in the middle of the page. */
    String decoded() throws Exception {
        List<WritableImage> pictures = new ArrayList<>();
        robot.interact(
                () -> pictures.add(window.find(".qr-code", Node.class).snapshot(null, null)));
        int width = (int) pictures.get(0).getWidth();
        int height = (int) pictures.get(0).getHeight();
        int[] pixels = new int[width * height];
        pictures.get(0)
                .getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new GlobalHistogramBinarizer(
                                        new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    String clipboard() {
        List<String> content = new ArrayList<>();
        robot.interact(() -> content.add(Clipboard.getSystemClipboard().getString()));
        return content.get(0);
    }
}
