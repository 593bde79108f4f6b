package pingmonitor.ui.results;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import pingmonitor.ui.common.RunModel;

/** A cell of the list of runs. Its text changes when the run ends. */
final class RunCell extends ListCell<RunModel> {
    private final RunText words;

    RunCell(RunText words) {
        this.words = words;
    }

    @Override
    protected void updateItem(RunModel run, boolean empty) {
        super.updateItem(run, empty);
        textProperty().unbind();
        if (empty || run == null) {
            setText("");
        } else {
            textProperty()
                    .bind(
                            Bindings.createStringBinding(
                                    () -> words.title(run), run.runningProperty()));
        }
    }
}
