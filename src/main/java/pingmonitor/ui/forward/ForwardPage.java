package pingmonitor.ui.forward;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.network.router.Attempt;
import pingmonitor.network.router.Forwarding;
import pingmonitor.network.router.ForwardingPlan;
import pingmonitor.network.router.ForwardingState;
import pingmonitor.network.router.ForwardingText;
import pingmonitor.network.router.Mapping;
import pingmonitor.network.router.Protocol;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.CopyButton;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.Icon;
import pingmonitor.ui.common.Overlay;
import pingmonitor.ui.common.Shown;

/**
 * The assistant, laid over the window: asks the person, shows every step and what came of it, the address to give away,
 * and what to enter by hand.
 */
final class ForwardPage {
    private final ForwardModel model;
    private final Overlay overlay;
    private final Messages messages;
    private final ForwardingText texts;
    private final Disposables disposables = new Disposables();
    private final Map<Protocol, StepRow> steps = new EnumMap<>(Protocol.class);
    private final Parent page;
    private final HandTable handTable;
    private String shownToGive = "";

    /** Whether the keyboard is where it is put at first, because there was nothing to do yet. */
    private boolean beginning;

    @FXML private Button close;
    @FXML private Label serverOff;
    @FXML private VBox router;
    @FXML private Label consent;
    @FXML private Button ask;
    @FXML private Button again;
    @FXML private Button stop;
    @FXML private Label state;
    @FXML private VBox stepRows;
    @FXML private Label remarks;
    @FXML private VBox permanent;
    @FXML private Button permanentYes;
    @FXML private VBox give;
    @FXML private Label toGive;
    @FXML private Button copyToGive;
    @FXML private VBox warnings;
    @FXML private VBox hand;

    ForwardPage(ForwardModel model, Overlay overlay, Messages messages) {
        this.model = model;
        this.overlay = overlay;
        this.messages = messages;
        this.texts = new ForwardingText(messages.locale());
        this.page = Fxml.load(this, "forward-page.fxml", messages);
        this.handTable = new HandTable(model, messages);
        hand.getChildren().add(handTable.root());
        for (Protocol each : Protocol.values()) {
            steps.put(each, new StepRow(each, messages, texts));
            stepRows.getChildren().add(steps.get(each).root());
        }
        disposables.follow(model.progressProperty(), progress -> update());
        disposables.follow(model.serverPortProperty(), port -> update());
    }

    /** Lays it over the window. */
    void show() {
        model.watch(true);
        update();
        overlay.show(page, close, () -> model.watch(false));
        beginning = true;
        goToFirstThingToDo();
    }

    void dispose() {
        disposables.dispose();
    }

    private void update() {
        Progress progress = model.progressProperty().get();
        OptionalInt port = model.serverPortProperty().get();
        boolean on = port.isPresent();
        Shown.set(serverOff, !on);
        Shown.set(router, on || progress.ended().isPresent());
        Shown.set(hand, on && progress.known().isPresent());
        handTable.show(progress.known().flatMap(Forwarding::byHand));
        ForwardingState now =
                progress.known().map(Forwarding::state).orElseGet(ForwardingState.Looking::new);
        boolean unasked = now instanceof ForwardingState.NeedsConsent;
        boolean hasRouter = progress.known().flatMap(Forwarding::byHand).isPresent();
        Shown.text(consent, on && unasked && hasRouter ? consentText(port.getAsInt()) : "");
        Shown.set(ask, on && unasked && hasRouter);
        Shown.set(again, now instanceof ForwardingState.Failed);
        Shown.set(stop, model.isAgreed() && on);
        Shown.set(permanent, now instanceof ForwardingState.NeedsPermanent);
        showSteps(progress, unasked);
        Shown.text(state, stateText(progress, now, hasRouter));
        showMapping(progress.known());
        goToFirstThingToDo();
    }

    /** It is known a moment after the opening, when the router has been looked for; who has gone elsewhere stays there. */
    private void goToFirstThingToDo() {
        beginning = beginning && overlay.shows(page) && close.equals(focused());
        Optional<Node> first = firstThingToDo();
        if (beginning && first.isPresent()) {
            beginning = false;
            first.get().requestFocus();
        }
    }

    private Optional<Node> firstThingToDo() {
        if (ask.isVisible()) {
            return Optional.of(ask);
        } else if (again.isVisible()) {
            return Optional.of(again);
        }
        return Optional.<Node>of(permanentYes).filter(yes -> permanent.isVisible());
    }

    private Node focused() {
        return close.getScene().getFocusOwner();
    }

    private String consentText(int port) {
        return messages.text(
                "consent",
                Integer.toString(port),
                Long.toString(ForwardingPlan.USUAL_LEASE.toMinutes()));
    }

    /** Of one that is over it is told how it ended; until the person agrees, the words on that say all. */
    private String stateText(Progress progress, ForwardingState now, boolean hasRouter) {
        boolean nothingNew =
                progress.known().isEmpty()
                        || now instanceof ForwardingState.NeedsConsent
                        || now instanceof ForwardingState.Looking;
        if (nothingNew && progress.ended().isPresent()) {
            return texts.state(progress.ended().get());
        } else if (now instanceof ForwardingState.NeedsConsent) {
            return hasRouter ? "" : texts.noRouter();
        }
        return progress.known().isEmpty() ? "" : texts.state(now);
    }

    private void showSteps(Progress progress, boolean unasked) {
        Map<Protocol, Attempt> attempts =
                progress.known().map(Forwarding::attempts).orElse(List.of()).stream()
                        .collect(Collectors.toMap(Attempt::protocol, each -> each));
        Shown.set(stepRows, !unasked && !(attempts.isEmpty() && progress.asked().isEmpty()));
        steps.forEach(
                (protocol, row) ->
                        row.show(
                                Optional.ofNullable(attempts.get(protocol)),
                                progress.asked().contains(protocol)));
        Shown.text(
                remarks,
                Stream.concat(
                                progress.leftovers().stream().map(texts::leftoverRemoved),
                                progress.taken().stream().map(texts::portTaken))
                        .collect(Collectors.joining("\n")));
    }

    private void showMapping(Optional<Forwarding> known) {
        Optional<Mapping> mapping = known.flatMap(Forwarding::mapping);
        Shown.set(give, mapping.isPresent());
        warnings.getChildren()
                .setAll(
                        known.map(Forwarding::warnings).orElse(List.of()).stream()
                                .map(
                                        each ->
                                                texts.warning(
                                                        each,
                                                        known.flatMap(Forwarding::externalAddress)))
                                .map(ForwardPage::warning)
                                .toList());
        mapping.map(texts::toGive).filter(text -> !text.equals(shownToGive)).ifPresent(this::give);
    }

    private void give(String text) {
        shownToGive = text;
        toGive.setText(text);
        new CopyButton(
                copyToGive,
                Feather.COPY,
                text,
                messages.text("copy", text),
                messages.text("copied"),
                copied -> {});
    }

    private static Node warning(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        new Icon(label).show(Feather.ALERT_TRIANGLE, "doubtful");
        return label;
    }

    @FXML
    private void close() {
        overlay.close();
    }

    @FXML
    private void ask() {
        model.agree();
    }

    @FXML
    private void again() {
        model.askAgain();
    }

    @FXML
    private void stop() {
        model.withdraw();
    }

    @FXML
    private void agreeToPermanent() {
        model.answerPermanent(true);
    }

    @FXML
    private void declinePermanent() {
        model.answerPermanent(false);
    }
}
