package pingmonitor.ui.forward;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.router.Forwarding;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.ForwardingText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.Icon;
import pingmonitor.ui.common.LazyValue;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.Overlay;

/** The line below the addresses: how the forwarding stands, and the way to the assistant. */
public final class ForwardSection extends FxmlView {
    private final ForwardModel model;
    private final ForwardingText texts;
    private final LazyValue<ForwardPage> page;
    private final Icon statusIcon;

    @FXML private Button open;
    @FXML private Label status;
    @FXML private Button anew;

    /**
     * The line in one language.
     *
     * @param overlay where the assistant is shown
     */
    public ForwardSection(ForwardModel model, Overlay overlay, Locale locale) {
        super("forward-section.fxml", Messages.beside(ForwardSection.class, locale));
        this.model = model;
        this.texts = new ForwardingText(locale);
        this.page = new LazyValue<>(() -> page(overlay));
        this.statusIcon = new Icon(status);
        new Icon(open).show(Feather.GLOBE, "plain");
        disposables.follow(model.progressProperty(), progress -> show());
        disposables.follow(model.serverPortProperty(), port -> show());
    }

    @FXML
    private void open() {
        page.get().show();
    }

    @FXML
    private void agreeAnew() {
        model.agreeAnew();
        show();
        open.requestFocus();
    }

    private ForwardPage page(Overlay overlay) {
        ForwardPage made = new ForwardPage(model, overlay, messages);
        disposables.add(made::dispose);
        return made;
    }

    private void show() {
        Progress progress = model.progressProperty().get();
        boolean on = model.serverPortProperty().get().isPresent();
        String text = progress.known().map(this::words).orElse("");
        boolean lapsed = on && model.hasLapsed();
        if (text.isEmpty()) {
            text = lapsed ? lapsedWords(progress) : ended(progress);
            statusIcon.hide();
        }
        if (text.isEmpty() && !progress.leftovers().isEmpty()) {
            text = texts.leftoverRemoved(progress.leftovers().get(0));
        }
        NodeVisibility.text(status, text);
        NodeVisibility.set(open, on);
        NodeVisibility.set(anew, lapsed);
        if (on) {
            String port = Integer.toString(model.serverPortProperty().get().getAsInt());
            anew.setText(messages.text("anew", port));
        }
        NodeVisibility.set(root(), on || !text.isEmpty());
    }

    private String ended(Progress progress) {
        return progress.ended().map(texts::state).orElse("");
    }

    /** Where the router did not confirm that nothing is forwarded that is what is to be known. */
    private String lapsedWords(Progress progress) {
        boolean mayStand =
                progress.ended()
                        .filter(each -> each.removal() != ForwardingState.Removal.REMOVED)
                        .isPresent();
        return mayStand ? ended(progress) : messages.text("line.lapsed");
    }

    private String words(Forwarding forwarding) {
        ForwardingState state = forwarding.state();
        if (state instanceof ForwardingState.Standing standing) {
            String toGive = texts.toGive(standing.mapping());
            if (!standing.mapping().isForTheInternet()) {
                statusIcon.show(Feather.ALERT_TRIANGLE, "doubtful");
                return messages.text("line.inside");
            }
            boolean doubtful = !forwarding.warnings().isEmpty();
            statusIcon.show(
                    doubtful ? Feather.ALERT_TRIANGLE : Feather.CHECK,
                    doubtful ? "doubtful" : "good");
            return doubtful
                    ? messages.text("line.doubtful", toGive)
                    : messages.text("line.forwarded", toGive);
        } else if (state instanceof ForwardingState.NeedsPermanent) {
            statusIcon.show(Feather.ALERT_TRIANGLE, "doubtful");
            return messages.text("line.question");
        } else if (state instanceof ForwardingState.NeedsConsent && model.isElsewhere()) {
            statusIcon.show(Feather.ALERT_TRIANGLE, "doubtful");
            return messages.text("line.elsewhere");
        } else if (state instanceof ForwardingState.Failed) {
            statusIcon.show(Feather.X, "bad");
            return messages.text("line.failed");
        } else if (state instanceof ForwardingState.Asking
                || state instanceof ForwardingState.Closing) {
            statusIcon.show(Feather.LOADER, "quiet");
            return texts.state(state);
        }
        return "";
    }
}
