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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.router.Forwarding;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.ForwardingText;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.NatWarning;
import pingmonitor.router.Protocol;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.CopyButton;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.Icon;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.Overlay;

/**
 * The assistant, laid over the window: asks the person, shows every step and what came of it, the address to give away,
 * and what to enter by hand.
 */
final class ForwardPage extends FxmlView {
    private final ForwardModel model;
    private final Overlay overlay;
    private final ForwardingText texts;
    private final Map<Protocol, StepRow> steps = new EnumMap<>(Protocol.class);
    private final HandTable handTable;
    private String shownToGive = "";

    /** Whether the keyboard is where it is put at first, because there was nothing to do yet. */
    private boolean beginning;

    @FXML private Button close;
    @FXML private Label serverOff;
    @FXML private VBox router;
    @FXML private Label ended;
    @FXML private Label consent;
    @FXML private Button ask;
    @FXML private Button again;
    @FXML private Button stop;
    @FXML private Label state;
    @FXML private VBox stepRows;
    @FXML private Label remarks;
    @FXML private VBox permanent;
    @FXML private Button permanentYes;
    @FXML private Button permanentNo;
    @FXML private VBox give;
    @FXML private Label toGive;
    @FXML private Button copyToGive;
    @FXML private VBox warnings;
    @FXML private VBox next;
    @FXML private Label nextRouter;
    @FXML private VBox hand;
    @FXML private Label handHeading;
    @FXML private Label firewall;

    ForwardPage(ForwardModel model, Overlay overlay, Messages messages) {
        super("forward-page.fxml", messages);
        this.model = model;
        this.overlay = overlay;
        this.texts = new ForwardingText(messages.locale());
        this.handTable = new HandTable(model, messages);
        hand.getChildren().add(handTable.root());
        for (Protocol each : Protocol.values()) {
            steps.put(each, new StepRow(each, messages, texts));
            stepRows.getChildren().add(steps.get(each).root());
        }
        does(ask, model::agree);
        does(again, model::askAgain);
        does(stop, model::withdraw);
        does(permanentYes, () -> model.answerPermanent(true));
        does(permanentNo, () -> model.answerPermanent(false));
        disposables.follow(model.progressProperty(), progress -> update());
        disposables.follow(model.serverPortProperty(), port -> update());
    }

    /** Lays it over the window. */
    void show() {
        model.watch(true);
        update();
        overlay.show(root(), close, () -> model.watch(false));
        beginning = true;
        goToFirstThingToDo();
    }

    private void update() {
        Progress progress = model.progressProperty().get();
        OptionalInt port = model.serverPortProperty().get();
        boolean on = port.isPresent();
        NodeVisibility.set(serverOff, !on);
        NodeVisibility.set(router, on || progress.ended().isPresent());
        NodeVisibility.set(hand, on && progress.known().isPresent());
        ForwardingState now =
                progress.known().map(Forwarding::state).orElseGet(ForwardingState.Looking::new);
        boolean unasked = now instanceof ForwardingState.NeedsConsent;
        boolean hasRouter = progress.known().flatMap(Forwarding::byHand).isPresent();
        NodeVisibility.text(
                consent, on && unasked && hasRouter ? consentText(progress, port.getAsInt()) : "");
        NodeVisibility.set(ask, on && unasked && hasRouter);
        NodeVisibility.set(again, now instanceof ForwardingState.Failed);
        boolean stands = now instanceof ForwardingState.Standing;
        handTable.show(progress.known().flatMap(Forwarding::byHand), stands);
        NodeVisibility.set(stop, model.isAgreed() && on);
        stop.setText(stands ? messages.text("stop") : messages.text("cancel"));
        handHeading.setText(
                stands ? messages.text("hand.heading.instead") : messages.text("hand.heading"));
        NodeVisibility.set(firewall, on && progress.known().isPresent());
        NodeVisibility.set(permanent, now instanceof ForwardingState.NeedsPermanent);
        showSteps(progress, unasked);
        NodeVisibility.text(ended, endedText(progress, now));
        NodeVisibility.text(state, stateText(progress, now, hasRouter));
        showMapping(progress.known());
        goToFirstThingToDo();
    }

    /**
     * It is known a moment after the opening, when the router has been looked for; who has gone elsewhere stays there.
     */
    private void goToFirstThingToDo() {
        beginning = beginning && overlay.shows(root()) && close.equals(focused());
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

    private String consentText(Progress progress, int port) {
        String consent =
                messages.text(
                        "consent", Integer.toString(port), texts.lease(ForwardingPlan.USUAL_LEASE));
        boolean untouched = model.isUntouched() && progress.leftovers().isEmpty();
        return untouched ? consent + " " + messages.text("consent.untouched") : consent;
    }

    /** How the one before ended, until there is something newer to tell. */
    private String endedText(Progress progress, ForwardingState now) {
        boolean nothingNew =
                progress.known().isEmpty()
                        || now instanceof ForwardingState.NeedsConsent
                        || now instanceof ForwardingState.Looking;
        return progress.ended().filter(each -> nothingNew).map(texts::state).orElse("");
    }

    /** Until the person agrees, the words on that say all. */
    private String stateText(Progress progress, ForwardingState now, boolean hasRouter) {
        if (now instanceof ForwardingState.NeedsConsent) {
            return hasRouter ? "" : texts.noRouter();
        }
        return progress.known().isEmpty() ? "" : texts.state(now);
    }

    private void showSteps(Progress progress, boolean unasked) {
        Map<Protocol, MappingAttempt> attempts =
                progress.known().map(Forwarding::attempts).orElse(List.of()).stream()
                        .collect(Collectors.toMap(MappingAttempt::protocol, each -> each));
        NodeVisibility.set(
                stepRows, !unasked && !(attempts.isEmpty() && progress.asked().isEmpty()));
        steps.forEach(
                (protocol, row) ->
                        row.show(
                                Optional.ofNullable(attempts.get(protocol)),
                                progress.asked().contains(protocol)));
        NodeVisibility.text(
                remarks,
                Stream.concat(
                                progress.leftovers().stream().map(texts::leftoverRemoved),
                                progress.taken().stream().map(texts::portTaken))
                        .collect(Collectors.joining("\n")));
    }

    private void showMapping(Optional<Forwarding> known) {
        Optional<Mapping> mapping = known.flatMap(Forwarding::mapping);
        Optional<Mapping> inside = mapping.filter(each -> !each.isForTheInternet());
        NodeVisibility.set(give, mapping.isPresent() && inside.isEmpty());
        Optional<Mapping> behindAnother =
                inside.filter(each -> each.warnings().contains(NatWarning.DOUBLE_NAT));
        NodeVisibility.set(next, behindAnother.isPresent());
        nextRouter.setText(behindAnother.map(texts::nextRouter).orElse(""));
        NodeVisibility.set(warnings, known.filter(each -> !each.warnings().isEmpty()).isPresent());
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
                        messages.text("copy", text),
                        messages.text("copied"))
                .copies(() -> text);
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

    /**
     * What is done takes its button away: the keyboard is put on no other one, which one more Enter would press.
     */
    private void does(Button button, Runnable action) {
        button.setOnAction(
                event -> {
                    root().requestFocus();
                    action.run();
                });
    }
}
