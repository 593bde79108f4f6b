package pingmonitor.ui.server;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.ServiceName;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;

/** Whether others find the server by themselves, and under which name. */
final class AnnounceSection extends FxmlView {
    private final AnnounceModel model;
    private final CheckedField<Optional<ServiceName>> nameField;

    @FXML private CheckBox announce;
    @FXML private HBox nameRow;
    @FXML private TextField name;
    @FXML private Label nameMessage;
    @FXML private Label status;

    AnnounceSection(AnnounceModel model, Messages messages) {
        super("announce-section.fxml", messages);
        this.model = model;
        name.setPromptText(messages.text("announce.name.machine"));
        disposables.join(announce.selectedProperty(), model.wantedProperty());
        nameField =
                new CheckedField<>(
                        name,
                        nameMessage,
                        messages.text(
                                "announce.name.right", Integer.toString(ServiceName.MAX_BYTES)),
                        AnnounceSection::parsed,
                        chosen -> model.nameProperty().set(chosen));
        disposables.follow(
                model.nameProperty(),
                chosen -> nameField.show(chosen, chosen.map(ServiceName::text).orElse("")));
        disposables.follow(model.wantedProperty(), wanted -> NodeVisibility.set(nameRow, wanted));
        disposables.follow(model.stateProperty(), this::show);
    }

    /** Nothing typed is the machine's name. */
    private static Optional<Optional<ServiceName>> parsed(String typed) {
        return typed.isBlank()
                ? Optional.of(Optional.empty())
                : ServiceName.of(typed).map(Optional::of);
    }

    private void show(Optional<AnnouncementState> state) {
        NodeVisibility.text(status, state.map(this::words).orElse(""));
    }

    private String words(AnnouncementState state) {
        if (state instanceof AnnouncementState.Announced announced) {
            return messages.text("announce.announced", announced.name());
        } else if (state instanceof AnnouncementState.Unheard unheard) {
            return unheard.why() == MulticastReach.NO_NETWORK
                    ? messages.text("announce.noNetwork")
                    : messages.text("announce.blocked");
        }
        return messages.text("announce.beginning");
    }
}
