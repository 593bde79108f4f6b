package pingmonitor.ui.results;

import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FittingTooltip;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** The status line: the progress of the active run, else the end of the selected one, or a notice for some seconds. */
public final class StatusLineView extends FxmlView {
    /** Long enough to be read during a run. */
    private static final Duration NOTICE_STAYS = Duration.seconds(8);

    private final RunListModel runs;
    private final RunText words;
    private final FontIcon icon;
    private final FittingTooltip whole = new FittingTooltip();

    @FXML private Label line;

    private final PauseTransition noticeTime = new PauseTransition(NOTICE_STAYS);

    private Runnable endListening = () -> {};

    public StatusLineView(RunListModel runs, Locale locale) {
        super("status.fxml", Messages.beside(StatusLineView.class, locale));
        this.runs = runs;
        words = new RunText(locale);
        icon = TextSizedIcon.put(line, Feather.CHECK);
        line.setTooltip(whole);
        noticeTime.setOnFinished(event -> follow());
        disposables.add(noticeTime::stop);
        disposables.add(() -> endListening.run());
        disposables.follow(runs.activeProperty(), active -> follow());
        disposables.follow(runs.selectedProperty(), selected -> follow());
    }

    /** Shows a notice for some seconds, or until another run is started or selected. */
    public void tell(Notice notice) {
        endListening.run();
        noticeTime.playFromStart();
        show(notice.severity(), notice.severity().icon(), notice.text());
    }

    private void follow() {
        noticeTime.stop();
        endListening.run();
        Optional<RunModel> told = runs.activeProperty().get().or(runs.selectedProperty()::get);
        endListening =
                told.map(run -> run.listen(change -> tell(run.session(), change.statistics())))
                        .orElse(() -> {});
        told.ifPresentOrElse(
                run -> tell(run.session(), run.session().statistics()),
                () -> show(Severity.NEUTRAL, Feather.CHECK, messages.text("status.ready")));
    }

    private void tell(SessionView session, Statistics statistics) {
        Optional<Outcome> outcome = session.outcome();
        boolean noneAnswered = statistics.settled() > 0 && statistics.received() == 0;
        boolean notAllSent = outcome.isPresent() && statistics.sendFailed() > 0;
        Severity severity =
                notAllSent
                        ? Severity.WARNING
                        : outcome.map(each -> severity(each, noneAnswered)).orElse(Severity.INFO);
        Ikon sign =
                notAllSent
                        ? Severity.WARNING.icon()
                        : outcome.map(each -> sign(each, noneAnswered)).orElse(Feather.ACTIVITY);
        show(severity, sign, words.status(session, statistics));
    }

    private void show(Severity severity, Ikon sign, String text) {
        severity.colour(line);
        icon.setIconCode(sign);
        line.setText(text);
        whole.setText(text);
    }

    private static Severity severity(Outcome outcome, boolean noneAnswered) {
        return switch (outcome) {
            case COMPLETED -> noneAnswered ? Severity.NEUTRAL : Severity.SUCCESS;
            case STOPPED -> Severity.NEUTRAL;
            case FAILED -> Severity.DANGER;
        };
    }

    private static Ikon sign(Outcome outcome, boolean noneAnswered) {
        return switch (outcome) {
            case COMPLETED -> noneAnswered ? Feather.FLAG : Feather.CHECK;
            case STOPPED -> Feather.SQUARE;
            case FAILED -> Feather.ALERT_OCTAGON;
        };
    }
}
