package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.host.Medium;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.Fx;

/** The card offers the addresses of a server that listens, to copy, to invite and to show large. */
@Tag("window")
class ServerAddressesViewTest extends ServerWindowFixture {
    private AddressList addresses;

    @Start
    void start(Stage stage) throws UnknownHostException {
        lan = AddressList.fourNetworks();
        openWindow(stage);
        addresses = new AddressList(window, new FxRobot());
    }

    @Test
    void addressesAreShownWhileTheServerListens() throws Exception {
        assertFalse(window.shown("#serverAddresses"));
        window.click("#serverSwitch");
        await(() -> addresses.texts().size() == 4);
        assertEquals(
                List.of(
                        "192.168.1.20:12000",
                        "10.0.0.7:12000",
                        "10.1.0.7:12000",
                        "[2001:db8::7]:12000"),
                addresses.texts());
        assertEquals("Listening on port 12000", window.text("#serverStatus"));
        assertTrue(window.find("#serverPort", TextField.class).isDisabled());
        window.click("#serverSwitch");
        await(() -> !window.shown("#serverAddresses"));
        assertFalse(window.find("#serverPort", TextField.class).isDisabled());
    }

    @Test
    void copyingAnAddressOrAnInvitationIsConfirmed(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> addresses.texts().size() == 4);
        List<Button> copies = addresses.buttons(".address-copy");
        assertEquals("Copy 192.168.1.20:12000", copies.get(0).getAccessibleText());
        List<String> said = new ArrayList<>();
        robot.interact(
                () -> {
                    copies.get(0).fire();
                    // The confirmation disappears after a moment.
                    said.add(copies.get(0).getAccessibleText());
                    said.add(addresses.networks().get(0));
                });
        assertEquals("192.168.1.20:12000", addresses.clipboard());
        assertEquals(List.of("Copied", "Copied"), said);
        addresses.press(copies.get(3));
        assertEquals("[2001:db8::7]:12000", addresses.clipboard());
        addresses.press(addresses.buttons(".address-invite").get(1));
        assertEquals("server 10.0.0.7 port 12000", addresses.clipboard());
        await(() -> copies.get(0).getAccessibleText().equals("Copy 192.168.1.20:12000"));
        assertEquals("Wi-Fi · wlp2s0", addresses.networks().get(0));
    }

    @Test
    void everyAddressNamesTheNetworkWhereItIsValid(FxRobot robot) throws Exception {
        lan =
                List.of(
                        lan.get(0),
                        lan.get(2),
                        AddressList.lan("169.254.1.1", "enp3s0", Medium.ETHERNET));
        window.click("#serverSwitch");
        await(() -> addresses.texts().size() == 3);
        robot.interact(
                () ->
                        model.publicEndpointsProperty()
                                .set(
                                        List.of(
                                                outside(PublicEndpoint.Source.ROUTER, 12_001),
                                                outside(
                                                        PublicEndpoint.Source.ROUTER_SEEN_OTHERWISE,
                                                        40_000))));
        assertEquals(
                List.of(
                        "192.168.1.20:12000",
                        "10.1.0.7:12000",
                        "203.0.113.9:12001",
                        "203.0.113.9:40000",
                        "169.254.1.1:12000"),
                addresses.texts());
        assertEquals(
                List.of(
                        "Wi-Fi · wlp2s0",
                        "usb0",
                        "internet, via the router",
                        "via the router, perhaps not from the internet",
                        "Ethernet · enp3s0"),
                addresses.networks());
    }

    @Test
    void aLargeAddressHasAReadableQrCode(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> addresses.texts().size() == 4);
        Button large = addresses.buttons(".address-large").get(0);
        robot.interact(large::requestFocus);
        robot.type(KeyCode.SPACE);
        assertEquals("192.168.1.20:12000", window.text("#invitationAddress"));
        assertEquals("server 192.168.1.20 port 12000", window.text("#invitationText"));
        assertEquals("server 192.168.1.20 port 12000", addresses.decoded());
        assertTrue(window.find("#invitationAddress", Label.class).getFont().getSize() > 40);
        assertEquals("invitationClose", focused());
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            reached.add(focused());
        }
        assertTrue(
                Set.of("invitationClose", "invitationCopyText", "invitationCopyAddress")
                        .containsAll(reached),
                reached::toString);
        window.click("#invitationCopyText");
        assertEquals("server 192.168.1.20 port 12000", addresses.clipboard());
        window.click("#invitationCopyAddress");
        assertEquals("192.168.1.20:12000", addresses.clipboard());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#invitationPage").tryQuery().isEmpty());
        assertEquals(large, window.find("#serverCard", Node.class).getScene().getFocusOwner());
        robot.type(KeyCode.SPACE);
        window.click("#invitationClose");
        assertTrue(robot.lookup("#invitationPage").tryQuery().isEmpty());
    }

    @Test
    void theLongestAddressFitsTheSmallestWindow(FxRobot robot) throws Exception {
        String longest = "2001:db8:1234:5678:9abc:def0:1234:5678";
        lan = List.of(AddressList.lan(longest, "enp3s0", Medium.ETHERNET));
        window.click("#serverSwitch");
        await(() -> addresses.texts().size() == 1);
        robot.interact(() -> addresses.buttons(".address-large").get(0).fire());
        Fx.awaitFrames(1);
        Label address = window.find("#invitationAddress", Label.class);
        assertEquals("[" + longest + "]:12000", address.getText());
        assertTrue(address.prefWidth(-1) <= address.getWidth() + 1, "cut off");
        assertEquals("server " + longest + " port 12000", addresses.decoded());
    }

    @Test
    void withoutANetworkOnlyTheAddressOfThisComputerIsOffered(FxRobot robot) throws Exception {
        lan = List.of();
        window.click("#serverSwitch");
        await(() -> addresses.texts().equals(List.of("127.0.0.1:12000")));
        assertTrue(window.shown("#serverNoAddress"));
        assertTrue(window.text("#serverNoAddress").contains("not connected to a network"));
        assertFalse(window.shown("#serverAddressesHeading"), "nobody is given it");
        assertEquals(List.of(), addresses.shown(".address-invite"));
        assertEquals(List.of(), addresses.shown(".address-large"));
        robot.clickOn(addresses.buttons(".address-copy").get(0));
        assertEquals("127.0.0.1:12000", addresses.clipboard());
        window.click("#serverSwitch");
        await(() -> !window.shown("#serverAddresses"));
        lan = List.of(AddressList.lan("192.168.1.20", "wlp2s0", Medium.WIFI));
        window.click("#serverSwitch");
        await(() -> addresses.texts().equals(List.of("192.168.1.20:12000")));
        assertTrue(window.shown("#serverAddressesHeading"));
        assertEquals(1, addresses.shown(".address-invite").size());
        assertEquals(1, addresses.shown(".address-large").size());
    }

    private String focused() {
        return window.find("#serverCard", Node.class).getScene().getFocusOwner().getId();
    }

    private static PublicEndpoint outside(PublicEndpoint.Source source, int port) {
        return new PublicEndpoint(
                new InetSocketAddress("203.0.113.9", 0).getAddress(), port, source);
    }
}
