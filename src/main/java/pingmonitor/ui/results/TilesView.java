package pingmonitor.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.LossLocations;
import pingmonitor.session.Statistics;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FittingTooltip;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** The figures of the selected run, as tiles in one row. */
public final class TilesView extends FxmlView {
    private final LocalizedFigures figures;

    @FXML private FigureTile sent;
    @FXML private FigureTile received;
    @FXML private FigureTile lost;
    @FXML private FigureTile rtt;
    @FXML private FigureTile deviation;
    @FXML private FigureTile variation;
    @FXML private Pane particulars;

    private Optional<PingPlan> plan = Optional.empty();

    public TilesView(RunListModel runs, Locale locale) {
        super("tiles.fxml", Messages.beside(TilesView.class, locale));
        figures = new LocalizedFigures(locale);
        SelectedRunListener.follow(
                runs, disposables, this::show, change -> show(change.statistics()));
    }

    private void show(Optional<RunModel> run) {
        plan = run.map(selected -> selected.session().plan());
        run.ifPresentOrElse(selected -> show(selected.session().statistics()), this::showNothing);
    }

    private void showNothing() {
        sent.show(LocalizedFigures.NONE, "");
        received.show(LocalizedFigures.NONE, messages.text("tiles.received.onTime"));
        lost.show(LocalizedFigures.NONE, "");
        rtt.show(LocalizedFigures.NONE, messages.text("tiles.millis"));
        deviation.show(LocalizedFigures.NONE, messages.text("tiles.deviation.note"));
        variation.show(LocalizedFigures.NONE, messages.text("tiles.variation.note"));
        showParticulars(List.of());
    }

    private void show(Statistics statistics) {
        sent.show(figures.count(statistics.sent()), sentNote());
        received.show(
                figures.count(statistics.received()),
                statistics.late() == 0
                        ? messages.text("tiles.received.onTime")
                        : messages.text("tiles.received.late", statistics.late()));
        lost.show(
                statistics.loss().isPresent()
                        ? figures.percent(statistics.loss().getAsDouble())
                        : LocalizedFigures.NONE,
                statistics
                        .lossInterval()
                        .map(figures::percentRange)
                        .map(range -> messages.text("tiles.lost.likely", range))
                        .orElse(""));
        lost.setAlarm(statistics.lost() > 0);
        rtt.show(
                statistics.received() == 0
                        ? LocalizedFigures.NONE
                        : messages.text(
                                "tiles.three",
                                millis(statistics.minNanos()),
                                millis(statistics.meanNanos()),
                                millis(statistics.maxNanos())),
                messages.text("tiles.millis"));
        deviation.show(millis(statistics.stddevNanos()), messages.text("tiles.deviation.note"));
        variation.show(
                messages.text(
                        "tiles.two",
                        millis(statistics.meanAbsIpdvNanos()),
                        millis(statistics.jitterNanos())),
                messages.text("tiles.variation.note"));
        showParticulars(particulars(statistics));
    }

    private String sentNote() {
        return plan.filter(known -> !known.untilStopped())
                .map(known -> messages.text("tiles.sent.of", known.count()))
                .orElseGet(() -> messages.text("tiles.sent.untilStopped"));
    }

    /** Counts that are rarely above 0 and are shown only then. */
    private List<Particular> particulars(Statistics statistics) {
        List<Particular> all = new ArrayList<>();
        LossLocations places = statistics.lossPlaces();
        add(all, places.there(), "tiles.there", "where.there.help");
        add(all, places.server(), "tiles.server", "where.server.help");
        add(all, places.limited(), "tiles.limited", "where.limited.help");
        add(all, places.back(), "tiles.back", "where.back.help");
        add(all, statistics.unreachable(), "tiles.unreachable", "tiles.unreachable.help");
        add(all, statistics.duplicates(), "tiles.duplicates", "tiles.duplicates.help");
        add(all, statistics.unverified(), "tiles.unverified", "tiles.unverified.help");
        add(all, statistics.foreign(), "tiles.foreign", "tiles.foreign.help");
        add(all, statistics.reordered(), "tiles.reordered", "tiles.reordered.help");
        add(all, statistics.heldUp(), "tiles.heldUp", "tiles.heldUp.help");
        add(all, statistics.cancelled(), "tiles.cancelled", "tiles.cancelled.help");
        add(all, statistics.missed(), "tiles.missed", "tiles.missed.help");
        add(all, statistics.sendFailed(), "tiles.sendFailed", "tiles.sendFailed.help");
        return all;
    }

    private void add(List<Particular> all, long count, String key, String helpKey) {
        if (count > 0) {
            all.add(new Particular(messages.text(key, count), messages.text(helpKey)));
        }
    }

    private void showParticulars(List<Particular> all) {
        List<Node> labels = new ArrayList<>();
        for (Particular particular : all) {
            Label label = new Label(particular.text());
            label.setTooltip(new FittingTooltip(particular.help()));
            label.setAccessibleHelp(particular.help());
            labels.add(label);
        }
        particulars.getChildren().setAll(labels);
        NodeVisibility.set(particulars, !all.isEmpty());
    }

    private String millis(OptionalLong nanos) {
        return nanos.isPresent() ? figures.millis(nanos.getAsLong()) : LocalizedFigures.NONE;
    }

    private String millis(OptionalDouble nanos) {
        return nanos.isPresent() ? figures.millis(nanos.getAsDouble()) : LocalizedFigures.NONE;
    }

    private record Particular(String text, String help) {}
}
