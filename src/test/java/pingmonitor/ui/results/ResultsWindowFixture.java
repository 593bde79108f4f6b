package pingmonitor.ui.results;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingState;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.Stylesheet;
import pingmonitor.ui.common.View;

/** The views of the results in a window, over runs that a test plays. */
@ExtendWith(ApplicationExtension.class)
abstract class ResultsWindowFixture {
    static final PingPlan LAB = PingPlan.lab("127.0.0.1", 12_000);

    final FedEngine engine = new FedEngine();
    final List<View> views = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final ObjectProperty<OwnServerHint> way = new SimpleObjectProperty<>(OwnServerHint.USUAL);
    RunListModel runs;
    Stage window;
    Optional<Path> chosenFile = Optional.empty();

    /** Opens the window on runs of its own; to be called by the start of each test. */
    void openWindow() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        // The stage that all tests share keeps the minimum and the chosen measures of the test
        // before.
        window = new Stage();
        runs = new RunListModel(engine);
        compose(Locale.ENGLISH);
        window.show();
    }

    void compose(Locale locale) {
        views.forEach(View::dispose);
        StatusLineView status = new StatusLineView(runs, locale);
        ExportAction export =
                new ExportAction(
                        runs,
                        locale,
                        (owner, name, proposed) ->
                                chosenFile.map(file -> new FileChoice.Choice(file, proposed)),
                        notice -> {
                            notices.add(notice);
                            status.tell(notice);
                        });
        views.clear();
        views.addAll(
                List.of(
                        new TilesView(runs, locale),
                        new ChartView(runs, locale, () -> export.save(Optional.of(window))),
                        new RunHeadlineView(runs, locale),
                        new PingTableView(runs, way, locale, notices::add),
                        new ConsoleView(runs, locale, export),
                        status));
        VBox box = new VBox();
        views.forEach(view -> box.getChildren().add(view.root()));
        box.setStyle("-fx-font-size: " + Settings.Look.DEFAULT_FONT_SIZE + "px;");
        Scene scene = new Scene(box, 1280, 800);
        scene.getStylesheets().add(Stylesheet.beside(ChartView.class, "results.css"));
        window.setScene(scene);
    }

    @AfterEach
    void close() {
        fx(
                () -> {
                    runs.stop();
                    views.forEach(View::dispose);
                    window.hide();
                    return null;
                });
    }

    static <T> T fx(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, look);
    }

    static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(condition));
    }

    void start(PingPlan plan) {
        fx(() -> runs.start(plan));
    }

    void labRun() throws TimeoutException {
        start(LAB);
        engine.started();
        for (int i = 1; i <= 10; i++) {
            engine.sent(i);
            if (i == 3 || i == 6) {
                engine.timedOut(i);
            } else if (i == 9) {
                engine.timedOut(i).late(i, 1240);
            } else {
                engine.replied(i, 0.2 + i / 100.0);
            }
        }
        engine.finished(PingEvent.Outcome.COMPLETED);
        awaitEnd();
    }

    void awaitEnd() throws TimeoutException {
        await(() -> runs.activeProperty().get().isEmpty());
    }

    <T extends Node> T find(String query, Class<T> type) {
        return type.cast(window.getScene().lookup(query));
    }

    String text(String query) {
        return fx(() -> find(query, Label.class).getText());
    }

    String tile(String id) {
        return text(id + " .tile-value");
    }

    @SuppressWarnings("unchecked")
    TableView<PingTableItem> table() {
        return find("#pings", TableView.class);
    }

    PingState state(int index) {
        return table().getItems().get(index).row().state();
    }
}
