package pingmonitor.ui.server;

import atlantafx.base.theme.Styles;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Validated;
import pingmonitor.ping.input.PlanInput;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FieldLengthLimit;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.Icon;
import pingmonitor.ui.common.NodeVisibility;

/** The switch, what it did, and the port. */
final class SwitchSection extends FxmlView {
    /** Ports below belong to the system's services and need an administrator's rights on most systems. */
    private static final int FIRST_FREE_PORT = 1024;

    private final ServerModel model;
    private final Icon statusIcon;

    @FXML private OnOffSwitch toggle;
    @FXML private Label status;
    @FXML private TextField port;
    @FXML private Label portMessage;
    @FXML private Button useOther;

    SwitchSection(ServerModel model, Messages messages) {
        super("switch-section.fxml", messages);
        this.model = model;
        this.statusIcon = new Icon(status);
        FieldLengthLimit.set(port);
        disposables.join(port.textProperty(), model.portTextProperty());
        disposables.follow(model.stateProperty(), this::show);
        disposables.follow(model.portTextProperty(), typed -> showPortProblem());
        toggle.selectedProperty().addListener((property, was, is) -> toggled(is));
        port.setOnAction(event -> model.turnOn());
        useOther.setOnAction(event -> useProposedPort());
    }

    private void toggled(boolean on) {
        if (on == model.stateProperty().get().wanted()) {
            return;
        }
        if (on) {
            model.turnOn();
        } else {
            model.turnOff();
        }
        // A start refused at once leaves the model's state off, and the switch must not lie.
        toggle.setSelected(model.stateProperty().get().wanted());
    }

    private void show(ServerState state) {
        toggle.setSelected(state.wanted());
        port.setDisable(state.wanted());
        if (state instanceof ServerState.On on) {
            status(Feather.RADIO, "good", messages.text("status.on", Integer.toString(on.port())));
        } else if (state instanceof ServerState.Starting) {
            status(Feather.RADIO, "quiet", messages.text("status.starting"));
        } else if (state instanceof ServerState.Stopping) {
            status(Feather.RADIO, "quiet", messages.text("status.stopping"));
        } else if (state instanceof ServerState.Failed) {
            status(Feather.ALERT_CIRCLE, "bad", messages.text("status.failed"));
        } else {
            status(Feather.RADIO, "quiet", messages.text("status.off"));
        }
        showPortProblem();
    }

    private void status(Feather icon, String styleClass, String text) {
        status.setText(text);
        statusIcon.show(icon, styleClass);
    }

    private void showPortProblem() {
        String problem = portProblem();
        NodeVisibility.text(portMessage, problem);
        port.pseudoClassStateChanged(Styles.STATE_DANGER, !problem.isEmpty());
        port.setAccessibleHelp(problem);
        OptionalInt proposed = model.proposedPort();
        NodeVisibility.text(
                useOther,
                proposed.isPresent()
                        ? messages.text("port.use", Integer.toString(proposed.getAsInt()))
                        : "");
    }

    private String portProblem() {
        String typed = model.portTextProperty().get();
        Validated<Integer> checked = PlanInput.port(typed);
        if (checked.problemIfInvalid().isPresent()) {
            boolean number =
                    checked.problemIfInvalid().get().kind() == Problem.Kind.PORT_OUT_OF_RANGE;
            return number
                    ? messages.text("port.range", typed.strip())
                    : messages.text("port.number");
        }
        return model.stateProperty().get() instanceof ServerState.Failed failed
                ? words(failed.failure())
                : "";
    }

    private String words(ServerFailure failure) {
        if (failure instanceof ServerFailure.PortInUse inUse) {
            return messages.text("port.inUse", Integer.toString(inUse.port()));
        }
        if (failure instanceof ServerFailure.Refused refused) {
            String port = Integer.toString(refused.port());
            return refused.port() < FIRST_FREE_PORT
                    ? messages.text("port.system", port, refused.detail())
                    : messages.text("port.refused", port, refused.detail());
        }
        return failure instanceof ServerFailure.Ended ? messages.text("port.ended") : "";
    }

    private void useProposedPort() {
        model.proposedPort()
                .ifPresent(
                        free -> {
                            model.portTextProperty().set(Integer.toString(free));
                            toggle.requestFocus();
                            model.turnOn();
                        });
    }
}
