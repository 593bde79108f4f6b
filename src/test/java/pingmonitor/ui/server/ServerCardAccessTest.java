package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.fate.Preset;

/** The card by keyboard, with labels for a screen reader, and in Portuguese. */
@Tag("window")
class ServerCardAccessTest extends ServerWindowFixture {
    private AddressList addresses;

    @Start
    void start(Stage stage) throws UnknownHostException {
        lan = AddressList.fourNetworks();
        openWindow(stage);
        addresses = new AddressList(window, new FxRobot());
    }

    /** The switch may remove or disable the control that had the focus before. */
    @Test
    void theSwitchKeepsTheFocusAfterAMouseClick(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> addresses.texts().size() == 4);
        robot.clickOn(addresses.buttons(".address-copy").get(0));
        window.click("#serverSwitch");
        await(() -> !window.shown("#serverAddresses"));
        assertEquals("serverSwitch", focused());
    }

    @Test
    void theKeyboardReachesEveryControl(FxRobot robot) throws Exception {
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
    void everyLabelBelongsToItsField(FxRobot robot) {
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
    void theCardSpeaksPortuguese(FxRobot robot) throws Exception {
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
        await(() -> addresses.texts().size() == 4);
        addresses.press(addresses.buttons(".address-invite").get(0));
        assertEquals("servidor 192.168.1.20 porta 12000", addresses.clipboard());
        addresses.press(addresses.buttons(".address-large").get(0));
        assertEquals("servidor 192.168.1.20 porta 12000", addresses.decoded());
        assertEquals("Copiar o convite", window.text("#invitationCopyText"));
    }

    private ComboBox<Optional<Preset>> preset() {
        @SuppressWarnings("unchecked")
        ComboBox<Optional<Preset>> box = window.find("#serverPreset", ComboBox.class);
        return box;
    }

    private String focused() {
        return window.find("#serverCard", Node.class).getScene().getFocusOwner().getId();
    }

    private String field(String selector) {
        return window.find(selector, TextField.class).getText();
    }
}
