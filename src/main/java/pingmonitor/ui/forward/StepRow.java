package pingmonitor.ui.forward;

import java.util.Optional;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.router.ForwardingText;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.Protocol;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Icon;

/** One way to ask the router, and what came of it. */
final class StepRow {
    private final Protocol protocol;
    private final Messages messages;
    private final ForwardingText texts;
    private final Label label = new Label();
    private final Icon icon = new Icon(label);

    StepRow(Protocol protocol, Messages messages, ForwardingText texts) {
        this.protocol = protocol;
        this.messages = messages;
        this.texts = texts;
        label.setWrapText(true);
        label.setId("forwardStep" + protocol.name());
    }

    Label root() {
        return label;
    }

    /**
     * @param asked whether it was asked this time
     */
    void show(Optional<MappingAttempt> attempt, boolean asked) {
        if (attempt.isPresent()) {
            label.setText(texts.attempt(attempt.get()));
            sign(attempt.get().outcome());
        } else if (asked) {
            label.setText(messages.text("step.asking", texts.name(protocol)));
            icon.show(Feather.LOADER, "quiet");
        } else {
            label.setText(messages.text("step.notYet", texts.name(protocol)));
            icon.show(Feather.CIRCLE, "quiet");
        }
    }

    private void sign(MappingAttempt.Outcome outcome) {
        if (outcome instanceof MappingAttempt.Granted) {
            icon.show(Feather.CHECK, "good");
        } else if (outcome instanceof MappingAttempt.Refused) {
            icon.show(Feather.X, "bad");
        } else {
            icon.show(Feather.MINUS, "quiet");
        }
    }
}
