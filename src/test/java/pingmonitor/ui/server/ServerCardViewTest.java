package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.Fx;

/** The card, with a server that does what the test says. */
@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class ServerCardViewTest {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final FakeEngine.Factory engines = new FakeEngine.Factory();
    private volatile List<LanAddress> lan = List.of();
    private ServerModel model;
    private ServerWindow window;

    @Start
    void start(Stage stage) throws UnknownHostException {
        lan =
                List.of(
                        lan("192.168.1.20", "wlp2s0", Medium.WIFI),
                        lan("10.0.0.7", "enp3s0", Medium.ETHERNET),
                        lan("10.1.0.7", "usb0", Medium.OTHER),
                        lan("2001:db8::7", "enp3s0", Medium.ETHERNET));
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

    @Test
    void offersTheAddressesWhileItListens(FxRobot robot) throws Exception {
        assertFalse(window.shown("#serverAddresses"));
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).size() == 4);
        assertEquals(
                List.of(
                        "192.168.1.20:12000",
                        "10.0.0.7:12000",
                        "10.1.0.7:12000",
                        "[2001:db8::7]:12000"),
                addressTexts(robot));
        assertEquals("Listening on port 12000", window.text("#serverStatus"));
        assertTrue(window.find("#serverPort", TextField.class).isDisabled());
        window.click("#serverSwitch");
        await(() -> !window.shown("#serverAddresses"));
        assertFalse(window.find("#serverPort", TextField.class).isDisabled());
    }

    /** What had it may be gone or disabled by the switch. */
    @Test
    void theSwitchKeepsTheKeyboardThatTheMouseGaveIt(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).size() == 4);
        robot.clickOn(buttons(robot, ".address-copy").get(0));
        window.click("#serverSwitch");
        await(() -> !window.shown("#serverAddresses"));
        assertEquals("serverSwitch", focused());
    }

    @Test
    void theLossSliderIsFilledUpToItsThumb(FxRobot robot) throws Exception {
        Region filled = (Region) window.find("#serverLossSlider", Slider.class).lookup(".progress");
        robot.interact(() -> model.impairmentsProperty().set(Impairments.ofLoss(0)));
        Fx.awaitFrames(1);
        double none = filled.getWidth();
        robot.interact(() -> model.impairmentsProperty().set(Impairments.ofLoss(1)));
        Fx.awaitFrames(1);
        assertTrue(filled.getWidth() > none + 20, none + " and " + filled.getWidth());
    }

    @Test
    void copiesAnAddressOrAnInvitationAndSaysSo(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).size() == 4);
        List<Button> copies = buttons(robot, ".address-copy");
        assertEquals("Copy 192.168.1.20:12000", copies.get(0).getAccessibleText());
        List<String> said = new ArrayList<>();
        robot.interact(
                () -> {
                    copies.get(0).fire();
                    // It says so for a moment only.
                    said.add(copies.get(0).getAccessibleText());
                    said.add(wheres(robot).get(0));
                });
        assertEquals("192.168.1.20:12000", clipboard(robot));
        assertEquals(List.of("Copied", "Copied"), said);
        press(robot, copies.get(3));
        assertEquals("[2001:db8::7]:12000", clipboard(robot));
        press(robot, buttons(robot, ".address-invite").get(1));
        assertEquals("server 10.0.0.7 port 12000", clipboard(robot));
        await(() -> copies.get(0).getAccessibleText().equals("Copy 192.168.1.20:12000"));
        assertEquals("Wi-Fi · wlp2s0", wheres(robot).get(0));
    }

    @Test
    void everyAddressSaysWhereItIsValid(FxRobot robot) throws Exception {
        lan = List.of(lan.get(0), lan.get(2), lan("169.254.1.1", "enp3s0", Medium.ETHERNET));
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).size() == 3);
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
                addressTexts(robot));
        assertEquals(
                List.of(
                        "Wi-Fi · wlp2s0",
                        "usb0",
                        "internet, via the router",
                        "via the router, perhaps not from the internet",
                        "Ethernet · enp3s0"),
                wheres(robot));
    }

    @Test
    void anAddressIsShownLargeWithACodeThatCamerasRead(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).size() == 4);
        Button large = buttons(robot, ".address-large").get(0);
        robot.interact(large::requestFocus);
        robot.type(KeyCode.SPACE);
        assertEquals("192.168.1.20:12000", window.text("#invitationAddress"));
        assertEquals("server 192.168.1.20 port 12000", window.text("#invitationText"));
        assertEquals("server 192.168.1.20 port 12000", decoded(robot));
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
        assertEquals("server 192.168.1.20 port 12000", clipboard(robot));
        window.click("#invitationCopyAddress");
        assertEquals("192.168.1.20:12000", clipboard(robot));
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#invitationPage").tryQuery().isEmpty());
        assertEquals(large, window.find("#serverCard", Node.class).getScene().getFocusOwner());
        robot.type(KeyCode.SPACE);
        window.click("#invitationClose");
        assertTrue(robot.lookup("#invitationPage").tryQuery().isEmpty());
    }

    @Test
    void theLargestAddressFitsTheSmallestWindow(FxRobot robot) throws Exception {
        String longest = "2001:db8:1234:5678:9abc:def0:1234:5678";
        lan = List.of(lan(longest, "enp3s0", Medium.ETHERNET));
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).size() == 1);
        robot.interact(() -> buttons(robot, ".address-large").get(0).fire());
        Fx.awaitFrames(1);
        Label address = window.find("#invitationAddress", Label.class);
        assertEquals("[" + longest + "]:12000", address.getText());
        assertTrue(address.prefWidth(-1) <= address.getWidth() + 1, "cut off");
        assertEquals("server " + longest + " port 12000", decoded(robot));
    }

    @Test
    void withoutANetworkItSaysSoAndOffersThisComputer(FxRobot robot) throws Exception {
        lan = List.of();
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).equals(List.of("127.0.0.1:12000")));
        assertTrue(window.shown("#serverNoAddress"));
        assertTrue(window.text("#serverNoAddress").contains("not connected to a network"));
        assertFalse(window.shown("#serverAddressesHeading"), "nobody is given it");
        assertEquals(List.of(), shown(robot, ".address-invite"));
        assertEquals(List.of(), shown(robot, ".address-large"));
        robot.clickOn(buttons(robot, ".address-copy").get(0));
        assertEquals("127.0.0.1:12000", clipboard(robot));
        window.click("#serverSwitch");
        await(() -> !window.shown("#serverAddresses"));
        lan = List.of(lan("192.168.1.20", "wlp2s0", Medium.WIFI));
        window.click("#serverSwitch");
        await(() -> addressTexts(robot).equals(List.of("192.168.1.20:12000")));
        assertTrue(window.shown("#serverAddressesHeading"));
        assertEquals(1, shown(robot, ".address-invite").size());
        assertEquals(1, shown(robot, ".address-large").size());
    }

    @Test
    void limitsAreTheUsualOnesANumberOrOff(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> engines.made.size() == 1 && window.text("#serverStatus").contains("12000"));
        assertEquals(LimitsChoice.USUAL, limits().getValue());
        assertFalse(window.shown("#serverLimitRow"));
        assertTrue(window.text("#serverLimitMeaning").contains("1,000"));

        robot.interact(() -> limits().setValue(LimitsChoice.OWN));
        window.type("#serverLimit", "250");
        assertEquals(RateLimitSettings.ofClient(250), model.limitsProperty().get());
        window.type("#serverLimit", "0");
        assertEquals("Type a whole number from 1 to 1000000.", window.text("#serverLimitMessage"));
        assertEquals(
                RateLimitSettings.ofClient(250), model.limitsProperty().get(), "the last usable");
        robot.interact(() -> limits().setValue(LimitsChoice.OFF));
        assertEquals(RateLimitSettings.OFF, model.limitsProperty().get());
        assertFalse(window.shown("#serverLimitRow"));
        assertFalse(window.shown("#serverLimitMessage"));
        robot.interact(() -> limits().setValue(LimitsChoice.OWN));
        assertEquals("250", field("#serverLimit"));
        List<RateLimitSettings> told = engines.made.get(0).limited;
        assertEquals(RateLimitSettings.ofClient(250), told.get(told.size() - 1), "while it runs");
        assertTrue(told.contains(RateLimitSettings.OFF));
    }

    @Test
    void aPresetSetsTheFieldsAndAHandMakesItOwn(FxRobot robot) {
        assertEquals(Optional.of(Preset.BOOK), preset().getValue());
        window.type("#serverLoss", "0");
        assertEquals(Optional.empty(), preset().getValue(), "own, though it equals a preset");
        robot.interact(() -> preset().setValue(Optional.of(Preset.BOOK_PYTHON)));
        assertEquals(Preset.BOOK_PYTHON.impairments(), model.impairmentsProperty().get());
        assertEquals("36.4", field("#serverLoss"));
        assertEquals(36.36, slider().getValue(), 0.01);
        robot.interact(() -> preset().setValue(Optional.of(Preset.BOOK_JAVA)));
        assertEquals("30", field("#serverLoss"));
        assertEquals("100", field("#serverDelay"));
        assertTrue(window.find("#serverDelayVaried", CheckBox.class).isSelected());
        window.type("#serverLoss", "12.5");
        assertEquals(Optional.empty(), preset().getValue());
        assertEquals(12.5, slider().getValue());
        assertEquals(
                new Impairments(
                        0.125, Preset.BOOK_JAVA.impairments().delay(), 0, 0, ReplyText.UNCHANGED),
                model.impairmentsProperty().get());
        robot.interact(() -> preset().setValue(Optional.of(Preset.PERFECT)));
        assertEquals(Preset.PERFECT.impairments(), model.impairmentsProperty().get());
        assertEquals("0", field("#serverLoss"));
        assertFalse(window.shown("#serverDelayVaried"), "nothing to vary");
    }

    @Test
    void everyImpairmentCanBeTyped(FxRobot robot) throws Exception {
        robot.interact(() -> window.find("#serverMore", ToggleButton.class).fire());
        window.type("#serverLoss", "20 %");
        window.type("#serverDelay", "1.5 s");
        window.click("#serverDelayVaried");
        window.type("#serverDuplicates", "5");
        window.type("#serverReordering", "2,5");
        window.type("#serverSeed", "-42");
        Delay delay = new Delay(Duration.ofMillis(1500), Delay.Spread.UNIFORM);
        assertEquals(new Impairments(0.2, delay, 0.05, 0.025), model.impairmentsProperty().get());
        assertEquals(-42, model.seedProperty().get());
        assertEquals("1.5 s", field("#serverDelay"), "as it was typed");
        assertTrue(
                window.find("#serverDelayVaried", CheckBox.class)
                        .getText()
                        .contains("0 to 3000 ms"));
    }

    @Test
    void theSliderGivesWholePercentages(FxRobot robot) {
        robot.interact(() -> slider().setValue(47.4));
        assertEquals(0.47, model.impairmentsProperty().get().loss());
        assertEquals("47", field("#serverLoss"));
        robot.interact(slider()::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertEquals(0.48, model.impairmentsProperty().get().loss());
    }

    @Test
    void wrongInputIsToldBesideItsFieldAndChangesNothing(FxRobot robot) throws Exception {
        robot.interact(() -> window.find("#serverMore", ToggleButton.class).fire());
        wrong("#serverLoss", "many", "0 to 100");
        wrong("#serverLoss", "101", "0 to 100");
        wrong("#serverDelay", "-1", "0 to 60 s");
        wrong("#serverDelay", "61 s", "0 to 60 s");
        wrong("#serverDuplicates", "", "0 to 100");
        wrong("#serverReordering", "x", "0 to 100");
        wrong("#serverSeed", "1.5", "whole number");
        wrong("#serverPort", "abc", "1 to 65535");
        wrong("#serverPort", "0", "1 to 65535");
        wrong("#serverPort", "70000", "70000 is not a valid port");
        assertEquals(Preset.BOOK.impairments(), model.impairmentsProperty().get());
        assertEquals(1, model.seedProperty().get());
        window.click("#serverSwitch");
        assertFalse(window.find("#serverSwitch", OnOffSwitch.class).isSelected());
        assertEquals("Could not be switched on", window.text("#serverStatus"));
        assertTrue(engines.made.isEmpty());
        assertEquals("70000", field("#serverPort"));
        window.type("#serverPort", "12001");
        assertFalse(window.shown("#serverPortMessage"));
        robot.interact(() -> preset().setValue(Optional.empty()));
        robot.interact(() -> preset().setValue(Optional.of(Preset.BOOK)));
        assertEquals("30", field("#serverLoss"), "a preset mends the fields");
        assertEquals("0", field("#serverDelay"));
        assertFalse(window.shown("#serverDelayMessage"));
    }

    @Test
    void countersAndThirtyClientsAreShown(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> engines.made.size() == 1);
        Instant now = Instant.now();
        for (int client = 1; client <= 30; client++) {
            for (int ping = 0; ping < 10; ping++) {
                if (ping < 7) {
                    engines.made.get(0).answer("192.168.1." + client, 50_000 + client, now);
                } else {
                    engines.made.get(0).drop("192.168.1." + client, 50_000 + client, now);
                }
            }
        }
        await(() -> window.text("#serverReceived").equals("300"));
        assertEquals("210", window.text("#serverAnswered"));
        assertEquals("90", window.text("#serverDropped"));
        assertEquals("0", window.text("#serverRefused"));
        assertEquals("0", window.text("#serverIgnored"));
        assertEquals("CLIENTS (30)", window.text("#serverClientsHeading"));
        List<Node> rows = clientRows();
        assertEquals(30, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<String> texts = texts(rows.get(i), robot);
            assertEquals(List.of("192.168.1." + (i + 1), "7 of 10"), texts);
            double height = rows.get(i).getBoundsInParent().getHeight();
            assertTrue(height >= 14 && height <= 30, "row height " + height);
        }
        robot.interact(() -> window.find("#serverClearClients", Button.class).fire());
        assertEquals(0, clientRows().size());
        assertEquals("300", window.text("#serverReceived"));
        assertTrue(window.shown("#serverNoClients"));
    }

    @Test
    void whoSentNothingForTenSecondsIsDimmed(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> engines.made.size() == 1);
        engines.made.get(0).answer("192.168.1.31", 50_000, Instant.now().minusSeconds(11));
        engines.made.get(0).answer("192.168.1.32", 50_000, Instant.now().plusSeconds(3_600));
        await(() -> clientRows().size() == 2);
        assertTrue(clientRows().get(0).getPseudoClassStates().contains(IDLE));
        assertFalse(clientRows().get(1).getPseudoClassStates().contains(IDLE));
        engines.made.get(0).answer("192.168.1.31", 50_000, Instant.now().plusSeconds(3_600));
        await(() -> !clientRows().get(0).getPseudoClassStates().contains(IDLE));
    }

    @Test
    void moreClientsThanAnybodyReadsAreOnlyCounted(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> engines.made.size() == 1);
        for (int client = 0; client < ClientsSection.MAX_LINES + 5; client++) {
            engines.made.get(0).answer("10.0.0." + client, 50_000, Instant.now());
        }
        await(() -> window.text("#serverClientsHeading").equals("CLIENTS (105)"));
        assertEquals(ClientsSection.MAX_LINES, clientRows().size());
    }

    @Test
    void everythingIsReachedByTheKeyboard(FxRobot robot) throws Exception {
        robot.interact(() -> window.find("#serverPort", Node.class).requestFocus());
        robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 12; i++) {
            Node focused = window.find("#serverCard", Node.class).getScene().getFocusOwner();
            reached.add(String.valueOf(focused.getId()));
            robot.type(KeyCode.TAB);
        }
        assertTrue(
                reached.containsAll(
                        List.of(
                                "serverSwitch",
                                "serverPort",
                                "serverPreset",
                                "serverReply",
                                "serverLossSlider",
                                "serverLoss",
                                "serverDelay",
                                "serverSeed",
                                "serverMore")),
                reached.toString());
        robot.interact(() -> window.find("#serverSwitch", Node.class).requestFocus());
        robot.type(KeyCode.SPACE);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        robot.type(KeyCode.ENTER);
        await(() -> model.stateProperty().get() instanceof ServerState.Off);
        robot.interact(() -> window.find("#serverPort", Node.class).requestFocus());
        robot.type(KeyCode.ENTER);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
    }

    @Test
    void labelsAreTiedToTheirFields(FxRobot robot) {
        List<Node> tied = new ArrayList<>();
        for (Label label : robot.lookup("#serverCard .label").queryAllAs(Label.class)) {
            if (label.getLabelFor() != null) {
                tied.add(label.getLabelFor());
            }
        }
        for (String field :
                List.of(
                        "#serverSwitch",
                        "#serverPort",
                        "#serverPreset",
                        "#serverReply",
                        "#serverLossSlider",
                        "#serverDelay",
                        "#serverSeed",
                        "#serverDuplicates",
                        "#serverReordering")) {
            assertTrue(tied.contains(window.find(field, Node.class)), field);
        }
    }

    @Test
    void speaksPortuguese(FxRobot robot) throws Exception {
        robot.interact(() -> preset().setValue(Optional.of(Preset.BOOK_PYTHON)));
        window.click("#serverSwitch");
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        robot.interact(
                () -> {
                    window.dispose();
                    window.show(model, Locale.forLanguageTag("pt-BR"));
                });
        assertEquals("Escutando na porta 12000", window.text("#serverStatus"));
        assertEquals("36,4", field("#serverLoss"));
        window.type("#serverLoss", "muita");
        assertTrue(window.text("#serverLossMessage").contains("36,4"));
        assertEquals(Preset.BOOK_PYTHON.impairments(), model.impairmentsProperty().get());
        assertEquals("CLIENTES", window.text("#serverClientsHeading"));
        await(() -> addressTexts(robot).size() == 4);
        press(robot, buttons(robot, ".address-invite").get(0));
        assertEquals("servidor 192.168.1.20 porta 12000", clipboard(robot));
        press(robot, buttons(robot, ".address-large").get(0));
        assertEquals("servidor 192.168.1.20 porta 12000", decoded(robot));
        assertEquals("Copiar o convite", window.text("#invitationCopyText"));
    }

    private void wrong(String selector, String typed, String expected) {
        window.type(selector, typed);
        assertTrue(window.shown(selector + "Message"), selector);
        String message = window.text(selector + "Message");
        assertTrue(message.contains(expected), message);
        assertEquals(typed, field(selector));
    }

    private ComboBox<LimitsChoice> limits() {
        @SuppressWarnings("unchecked")
        ComboBox<LimitsChoice> box = window.find("#serverLimits", ComboBox.class);
        return box;
    }

    private ComboBox<Optional<Preset>> preset() {
        @SuppressWarnings("unchecked")
        ComboBox<Optional<Preset>> box = window.find("#serverPreset", ComboBox.class);
        return box;
    }

    private Slider slider() {
        return window.find("#serverLossSlider", Slider.class);
    }

    private String field(String selector) {
        return window.find(selector, TextField.class).getText();
    }

    private List<Node> clientRows() {
        return List.copyOf(window.find("#serverClients", Pane.class).getChildren());
    }

    /** What a camera sees of the code in the middle of the page. */
    private String decoded(FxRobot robot) throws Exception {
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

    private String focused() {
        return window.find("#serverCard", Node.class).getScene().getFocusOwner().getId();
    }

    private static PublicEndpoint outside(PublicEndpoint.Source source, int port) {
        return new PublicEndpoint(
                new InetSocketAddress("203.0.113.9", 0).getAddress(), port, source);
    }

    private static List<Button> buttons(FxRobot robot, String selector) {
        return List.copyOf(robot.lookup("#serverAddresses " + selector).queryAllAs(Button.class));
    }

    private static List<Button> shown(FxRobot robot, String selector) {
        return buttons(robot, selector).stream().filter(Node::isVisible).toList();
    }

    private static List<String> wheres(FxRobot robot) {
        return robot
                .lookup("#serverAddresses .server-address-row .server-small")
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList();
    }

    private static List<String> addressTexts(FxRobot robot) {
        return robot.lookup("#serverAddresses .server-address").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static List<String> texts(Node row, FxRobot robot) {
        return robot.from(row).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static String clipboard(FxRobot robot) {
        List<String> content = new ArrayList<>();
        robot.interact(() -> content.add(Clipboard.getSystemClipboard().getString()));
        return content.get(0);
    }

    private static LanAddress lan(String address, String name, Medium medium)
            throws UnknownHostException {
        return new LanAddress(InetAddress.getByName(address), name, medium);
    }

    /** Not by the mouse: rows that come in meanwhile may move the button away from under it. */
    private static void press(FxRobot robot, Button button) {
        robot.interact(button::fire);
    }
}
