package pingmonitor.ui.results;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.SessionView;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FittingTooltip;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** The card of the chart: its title, the list of runs, its buttons, and the chart of the selected run. */
public final class ChartView extends FxmlView {
    private final RunListModel runs;
    private final ChartCanvas chart;
    private final String chartName;
    private final PingText pingWords;

    @FXML private VBox box;
    @FXML private Label title;
    @FXML private Button follow;
    @FXML private ComboBox<RunModel> runList;
    @FXML private Button save;

    private final FontIcon followIcon;
    private ChartSeries series = new ChartSeries();
    private boolean running;

    /**
     * @param saving action of the button that saves the selected run
     */
    public ChartView(RunListModel runs, Locale locale, Runnable saving) {
        super("chart.fxml", Messages.beside(ChartView.class, locale));
        this.runs = runs;
        chart = new ChartCanvas(locale);
        chartName = messages.text("chart.accessible");
        pingWords = new PingText(locale);
        chart.hover().setWords(this::describe);
        chart.setAccessibleHelp(messages.text("chart.help"));
        title.setLabelFor(chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        box.getChildren().add(chart);
        followIcon = TextSizedIcon.put(follow, Feather.CHEVRONS_RIGHT);
        follow.setOnAction(event -> goBack());
        chart.setRangeListener(this::offerWayBack);
        TextSizedIcon.put(save, Feather.DOWNLOAD);
        save.setTooltip(new FittingTooltip(messages.text("chart.save")));
        save.setOnAction(event -> saving.run());
        bindRunList(new RunText(locale));
        SelectedRunListener.follow(runs, disposables, this::show, this::change);
    }

    private void bindRunList(RunText words) {
        runList.setCellFactory(list -> new RunCell(words));
        runList.setButtonCell(new RunCell(words));
        runList.setItems(runs.all());
        disposables.follow(
                runs.selectedProperty(), selected -> runList.setValue(selected.orElse(null)));
        ChangeListener<RunModel> chosen =
                (property, was, is) -> runs.selectedProperty().set(Optional.ofNullable(is));
        runList.valueProperty().addListener(chosen);
        disposables.add(() -> runList.valueProperty().removeListener(chosen));
    }

    private void show(Optional<RunModel> selected) {
        runList.setVisible(selected.isPresent());
        save.setVisible(selected.isPresent());
        series = new ChartSeries();
        chart.setAccessibleText(chartName);
        running = selected.map(run -> run.runningProperty().get()).orElse(false);
        long count =
                selected.map(run -> run.session().plan().count()).orElse(PingPlan.DEFAULT_COUNT);
        chart.show(series, count);
        selected.map(RunModel::session).ifPresent(this::read);
        offerWayBack();
    }

    /** A person who has moved the chart of an active run would take it for stopped. */
    private void offerWayBack() {
        ChartRange range = chart.range();
        NodeVisibility.set(follow, running ? !range.following() : range.isPart(chart.places()));
        followIcon.setIconCode(running ? Feather.CHEVRONS_RIGHT : Feather.MAXIMIZE_2);
        follow.setText(messages.text(running ? "chart.follow" : "chart.whole"));
        follow.getTooltip()
                .setText(messages.text(running ? "chart.follow.hint" : "chart.whole.hint"));
    }

    private void goBack() {
        ChartRange range = running ? ChartRange.newest() : chart.range().whole(chart.places());
        // Before the button disappears, and the focus with it.
        chart.requestFocus();
        chart.setRange(range.at(chart.places()));
    }

    private void read(SessionView session) {
        session.forEachRow(0, session.rowCount(), series::put);
        chart.changed(session.statistics().meanNanos());
    }

    private void change(RunChange change) {
        change.rows().forEach(series::put);
        chart.changed(change.statistics().meanNanos());
        if (change.finished()) {
            running = false;
            offerWayBack();
        }
    }

    private String describe(int sequence) {
        return runs.selectedProperty()
                .get()
                .flatMap(run -> run.session().row(sequence))
                .map(pingWords::all)
                .orElse("");
    }
}
