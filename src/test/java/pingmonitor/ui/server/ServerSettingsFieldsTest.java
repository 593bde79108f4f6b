package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.ui.common.Fx;

/** The card's fields for loss, delay, limits, seed and port, and the presets that fill them. */
@Tag("window")
class ServerSettingsFieldsTest extends ServerWindowFixture {
    @Start
    void start(Stage stage) {
        openWindow(stage);
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
    void aPresetSetsTheFieldsAndTypingMakesThemCustom(FxRobot robot) {
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
    void theSliderSetsWholePercentages(FxRobot robot) {
        robot.interact(() -> slider().setValue(47.4));
        assertEquals(0.47, model.impairmentsProperty().get().loss());
        assertEquals("47", field("#serverLoss"));
        robot.interact(slider()::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertEquals(0.48, model.impairmentsProperty().get().loss());
    }

    @Test
    void wrongInputIsReportedBesideItsFieldAndChangesNothing(FxRobot robot) throws Exception {
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
}
