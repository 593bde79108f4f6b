package pingmonitor.ui.results;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Session;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.Run;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.Runs;
import pingmonitor.ui.common.View;

/** The chart of the selected run, under its title and the list of this sitting's runs. */
public final class ChartView implements View {
    private final Parent root;
    private final Runs runs;
    private final RttChart chart;
    private final String chartName;
    private final PingWords pingWords;
    private final Disposables disposables = new Disposables();

    @FXML private VBox box;
    @FXML private Label title;
    @FXML private ComboBox<Run> runList;
    @FXML private Button save;

    private ChartSeries series = new ChartSeries();

    /**
     * @param saving what the small button does: ask where to save the selected run
     */
    public ChartView(Runs runs, Locale locale, Runnable saving) {
        this.runs = runs;
        Messages messages = Messages.beside(ChartView.class, locale);
        root = Fxml.load(this, "chart.fxml", messages);
        chart = new RttChart(locale);
        chartName = messages.text("chart.accessible");
        pingWords = new PingWords(locale);
        chart.hover().setWords(this::describe);
        chart.setAccessibleHelp(messages.text("chart.help"));
        title.setLabelFor(chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        box.getChildren().add(chart);
        Icons.put(save, Feather.DOWNLOAD);
        save.setTooltip(new Tooltip(messages.text("chart.save")));
        save.setOnAction(event -> saving.run());
        bindRunList(new RunWords(locale));
        SelectedRun selectedRun = new SelectedRun(runs, this::show, this::change);
        disposables.add(selectedRun::dispose);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void dispose() {
        disposables.dispose();
    }

    private void bindRunList(RunWords words) {
        runList.setCellFactory(list -> new RunCell(words));
        runList.setButtonCell(new RunCell(words));
        runList.setItems(runs.all());
        disposables.follow(
                runs.selectedProperty(), selected -> runList.setValue(selected.orElse(null)));
        ChangeListener<Run> chosen =
                (property, was, is) -> runs.selectedProperty().set(Optional.ofNullable(is));
        runList.valueProperty().addListener(chosen);
        disposables.add(() -> runList.valueProperty().removeListener(chosen));
    }

    private void show(Optional<Run> selected) {
        runList.setVisible(selected.isPresent());
        save.setVisible(selected.isPresent());
        series = new ChartSeries();
        chart.setAccessibleText(chartName);
        long count =
                selected.map(run -> run.session().plan().count()).orElse(PingPlan.DEFAULT_COUNT);
        chart.show(series, count);
        selected.map(Run::session).ifPresent(this::read);
    }

    private void read(Session session) {
        AllRows.forEach(session, series::put);
        chart.changed(session.statistics().meanNanos());
    }

    private void change(RunChange change) {
        change.rows().forEach(series::put);
        chart.changed(change.statistics().meanNanos());
    }

    private String describe(int sequence) {
        return runs.selectedProperty()
                .get()
                .flatMap(run -> run.session().rows(sequence - 1, sequence).stream().findFirst())
                .map(pingWords::all)
                .orElse("");
    }
}
