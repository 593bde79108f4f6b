package pingmonitor.ui.server;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.ChoiceNames;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;

/** How much one client gets answered; what is refused is counted under traffic. */
final class LimitsSection extends FxmlView {
    private final ServerModel model;
    private final CheckedField<Integer> ownField;

    /** Whether the controls are being set by the program, not by the person. */
    private boolean showing;

    @FXML private ComboBox<LimitsChoice> limits;
    @FXML private HBox ownRow;
    @FXML private TextField own;
    @FXML private Label ownMessage;
    @FXML private Label meaning;

    LimitsSection(ServerModel model, Messages messages) {
        super("limits-section.fxml", messages);
        this.model = model;
        limits.setConverter(new ChoiceNames<>(this::name));
        limits.getItems().setAll(LimitsChoice.values());
        limits.valueProperty()
                .addListener(
                        (property, was, is) -> {
                            if (!showing) {
                                choose(is);
                            }
                        });
        ownField =
                new CheckedField<>(
                        own,
                        ownMessage,
                        messages.text(
                                "limits.right", Integer.toString(RateLimitSettings.MAX_PER_CLIENT)),
                        NumberFields::limit,
                        perSecond ->
                                model.limitsProperty().set(RateLimitSettings.ofClient(perSecond)));
        disposables.follow(model.limitsProperty(), this::show);
    }

    private void choose(LimitsChoice choice) {
        model.limitsProperty()
                .set(
                        switch (choice) {
                            case USUAL -> RateLimitSettings.DEFAULT;
                            case OWN -> RateLimitSettings.ofClient(model.ownLimit());
                            case OFF -> RateLimitSettings.OFF;
                        });
    }

    private void show(RateLimitSettings now) {
        LimitsChoice choice = LimitsChoice.of(now);
        showing = true;
        limits.setValue(choice);
        showing = false;
        ownField.show(model.ownLimit(), Integer.toString(model.ownLimit()));
        NodeVisibility.set(ownRow, choice == LimitsChoice.OWN);
        meaning.setText(meaning(choice, (long) RateLimitSettings.DEFAULT.perClient()));
    }

    private String name(LimitsChoice choice) {
        return switch (choice) {
            case USUAL -> messages.text("limits.usual");
            case OWN -> messages.text("limits.own");
            case OFF -> messages.text("limits.off");
        };
    }

    private String meaning(LimitsChoice choice, long usual) {
        return switch (choice) {
            case USUAL -> messages.text("limits.usual.meaning", usual);
            case OWN -> messages.text("limits.own.meaning");
            case OFF -> messages.text("limits.off.meaning");
        };
    }
}
