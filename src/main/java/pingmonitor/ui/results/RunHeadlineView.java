package pingmonitor.ui.results;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.report.ProblemText;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** The headline of the selected run: what happened in it, in words. Hidden before the first run. */
public final class RunHeadlineView extends FxmlView {
    private final RunHeadlineRules rules;
    private final FontIcon sign;

    @FXML private Label icon;
    @FXML private Label title;
    @FXML private Label text;

    private Optional<SessionView> session = Optional.empty();

    public RunHeadlineView(RunListModel runs, Locale locale) {
        super("message.fxml", Messages.beside(RunHeadlineView.class, locale));
        rules = new RunHeadlineRules(new LocalizedFigures(locale), new ProblemText(locale));
        sign = TextSizedIcon.put(icon, Severity.NEUTRAL.icon());
        SelectedRunListener.follow(runs, disposables, this::show, this::change);
    }

    private void show(Optional<RunModel> selected) {
        NodeVisibility.set(root(), selected.isPresent());
        session = selected.map(RunModel::session);
        session.ifPresent(shown -> judge(shown, shown.statistics()));
    }

    private void change(RunChange change) {
        session.ifPresent(shown -> judge(shown, change.statistics()));
    }

    private void judge(SessionView shown, Statistics statistics) {
        show(
                rules.headline(
                        new RunHeadlineRules.RunFacts(
                                shown.plan(),
                                statistics,
                                shown.outcome(),
                                shown.problem(),
                                statistics.heard() || shown.mappedAddress().isPresent())));
    }

    private void show(RunHeadline verdict) {
        verdict.severity().colour(root());
        sign.setIconCode(verdict.severity().icon());
        title.setText(words(verdict.title()));
        NodeVisibility.text(
                text,
                verdict.sentences().stream().map(this::words).collect(Collectors.joining(" ")));
    }

    private String words(RunHeadline.Phrase phrase) {
        return messages.text(phrase.key(), phrase.arguments().toArray());
    }
}
