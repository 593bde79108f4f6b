package pingmonitor.ui.server;

import atlantafx.base.controls.ProgressSliderSkin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.ChoiceNames;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.Icon;
import pingmonitor.ui.common.NodeVisibility;

/** What the server does to replies on purpose. */
final class ImpairmentsSection extends FxmlView {
    private static final double PERCENT = 100;

    private final ServerModel model;
    private final NumberFields numbers;
    private final CheckedField<Double> lossField;
    private final CheckedField<Duration> delayField;
    private final CheckedField<Double> duplicatesField;
    private final CheckedField<Double> reorderingField;
    private final CheckedField<Long> seedField;

    /** Whether the controls are being set by the program, not by the person. */
    private boolean showing;

    @FXML private ComboBox<Optional<Preset>> preset;
    @FXML private ComboBox<ReplyText> reply;
    @FXML private Slider lossSlider;
    @FXML private TextField loss;
    @FXML private Label lossMessage;
    @FXML private TextField delay;
    @FXML private Label delayMessage;
    @FXML private CheckBox varied;
    @FXML private TextField seed;
    @FXML private Label seedMessage;
    @FXML private ToggleButton more;
    @FXML private Pane morePane;
    @FXML private TextField duplicates;
    @FXML private Label duplicatesMessage;
    @FXML private TextField reordering;
    @FXML private Label reorderingMessage;

    ImpairmentsSection(ServerModel model, Messages messages) {
        super("impairments-section.fxml", messages);
        this.model = model;
        this.numbers = new NumberFields(messages.locale());
        lossField = share(loss, lossMessage, ImpairmentsSection::withLoss);
        delayField =
                new CheckedField<>(
                        delay,
                        delayMessage,
                        messages.text("delay.right"),
                        NumberFields::delay,
                        mean -> byHand(now -> withDelay(now, mean, now.delay().spread())));
        duplicatesField = share(duplicates, duplicatesMessage, ImpairmentsSection::withDuplicates);
        reorderingField = share(reordering, reorderingMessage, ImpairmentsSection::withReordering);
        seedField =
                new CheckedField<>(
                        seed,
                        seedMessage,
                        messages.text("seed.right"),
                        NumberFields::seed,
                        value -> model.seedProperty().set(value));
        setUpPresets();
        setUpReply();
        setUpControls();
        loss.setAccessibleText(messages.text("loss.exact"));
        disposables.follow(model.impairmentsProperty(), this::show);
        disposables.follow(
                model.seedProperty(), value -> seedField.show(value, Long.toString(value)));
        Impairments now = model.impairmentsProperty().get();
        more.setSelected(now.duplicates() > 0 || now.reordering() > 0);
    }

    private CheckedField<Double> share(
            TextField field, Label message, BiFunction<Impairments, Double, Impairments> change) {
        return new CheckedField<>(
                field,
                message,
                messages.text("percent.right"),
                NumberFields::share,
                share -> byHand(now -> change.apply(now, share)));
    }

    private void setUpPresets() {
        List<Optional<Preset>> choices = new ArrayList<>();
        Arrays.stream(Preset.values()).forEach(each -> choices.add(Optional.of(each)));
        choices.add(Optional.empty());
        preset.setConverter(new ChoiceNames<>(this::name));
        preset.getItems().setAll(choices);
        whenSet(preset.valueProperty(), chosen -> chosen.ifPresent(this::choose));
    }

    private void setUpReply() {
        reply.setConverter(new ChoiceNames<>(this::name));
        reply.getItems().setAll(ReplyText.values());
        whenSet(reply.valueProperty(), chosen -> byHand(now -> withReply(now, chosen)));
    }

    private void setUpControls() {
        Icon moreIcon = new Icon(more);
        lossSlider.setSkin(new ProgressSliderSkin(lossSlider));
        whenSet(
                lossSlider.valueProperty(),
                percent ->
                        byHand(now -> withLoss(now, Math.rint(percent.doubleValue()) / PERCENT)));
        whenSet(
                varied.selectedProperty(),
                is -> byHand(now -> withDelay(now, now.delay().mean(), spread(is))));
        disposables.follow(
                more.selectedProperty(),
                open -> {
                    NodeVisibility.set(morePane, open);
                    moreIcon.show(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN, "quiet");
                    more.setText(messages.text(open ? "more.less" : "more.more"));
                });
    }

    /** Has a control's value taken when the person sets it. */
    private <T> void whenSet(ObservableValue<T> value, Consumer<T> taker) {
        value.addListener(
                (property, was, is) -> {
                    if (!showing) {
                        taker.accept(is);
                    }
                });
    }

    private void choose(Preset chosen) {
        model.impairmentsProperty().set(chosen.impairments());
        // Again, because a field may hold an unusable text while the model did not change.
        show(chosen.impairments());
        preset.setValue(Optional.of(chosen));
    }

    private void byHand(UnaryOperator<Impairments> change) {
        Impairments was = model.impairmentsProperty().get();
        Impairments is = change.apply(was);
        if (is.equals(was)) {
            return;
        }
        model.impairmentsProperty().set(is);
        showing = true;
        preset.setValue(Optional.empty());
        showing = false;
    }

    private void show(Impairments now) {
        showing = true;
        preset.setValue(Preset.of(now));
        reply.setValue(now.replyText());
        lossSlider.setValue(now.loss() * PERCENT);
        lossField.show(now.loss(), numbers.percent(now.loss()));
        delayField.show(now.delay().mean(), numbers.millis(now.delay().mean()));
        varied.setSelected(now.delay().spread() == Delay.Spread.UNIFORM);
        NodeVisibility.set(varied, !now.delay().mean().isZero());
        varied.setText(
                messages.text("delay.varied", numbers.millis(now.delay().mean().multipliedBy(2))));
        duplicatesField.show(now.duplicates(), numbers.percent(now.duplicates()));
        reorderingField.show(now.reordering(), numbers.percent(now.reordering()));
        showing = false;
    }

    private static Delay.Spread spread(boolean varied) {
        return varied ? Delay.Spread.UNIFORM : Delay.Spread.CONSTANT;
    }

    private static Impairments withLoss(Impairments now, double loss) {
        return new Impairments(
                loss, now.delay(), now.duplicates(), now.reordering(), now.replyText());
    }

    private static Impairments withDelay(Impairments now, Duration mean, Delay.Spread spread) {
        return new Impairments(
                now.loss(),
                new Delay(mean, spread),
                now.duplicates(),
                now.reordering(),
                now.replyText());
    }

    private static Impairments withDuplicates(Impairments now, double share) {
        return new Impairments(now.loss(), now.delay(), share, now.reordering(), now.replyText());
    }

    private static Impairments withReordering(Impairments now, double share) {
        return new Impairments(now.loss(), now.delay(), now.duplicates(), share, now.replyText());
    }

    private static Impairments withReply(Impairments now, ReplyText reply) {
        return new Impairments(now.loss(), now.delay(), now.duplicates(), now.reordering(), reply);
    }

    private String name(Optional<Preset> choice) {
        return choice.map(this::name).orElseGet(() -> messages.text("preset.own"));
    }

    private String name(Preset choice) {
        return switch (choice) {
            case BOOK -> messages.text("preset.book");
            case BOOK_PYTHON -> messages.text("preset.book.python");
            case BOOK_JAVA -> messages.text("preset.book.java");
            case PERFECT -> messages.text("preset.perfect");
        };
    }

    private String name(ReplyText choice) {
        return switch (choice) {
            case UPPER_CASE -> messages.text("reply.upper");
            case UNCHANGED -> messages.text("reply.unchanged");
        };
    }
}
