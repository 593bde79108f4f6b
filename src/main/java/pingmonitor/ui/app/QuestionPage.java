package pingmonitor.ui.app;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.Overlay;

/**
 * A question as a page over the window; everything behind it goes on. The first answer changes nothing: it has the
 * keyboard focus, and Esc or a click beside the page mean the same.
 */
final class QuestionPage {
    private final Overlay overlay;
    private final Parent page;

    @FXML private Label title;
    @FXML private Label text;
    @FXML private Button harmless;
    @FXML private Pane answers;

    QuestionPage(Overlay overlay, Messages messages) {
        this.overlay = overlay;
        this.page = Fxml.load(this, "question.fxml", messages);
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * Another answer than the harmless one.
     *
     * @param words on its button
     * @param lossy whether something is lost by it
     * @param action what it does, once the page is away
     */
    record Answer(String words, boolean lossy, Runnable action) {}

    /**
     * Asks a question, in place of any page that is shown now.
     *
     * @param nothing words of the answer that does nothing
     */
    void ask(String question, String explanation, String nothing, List<Answer> others) {
        title.setText(question);
        text.setText(explanation);
        harmless.setText(nothing);
        answers.getChildren().setAll(harmless);
        others.forEach(answer -> answers.getChildren().add(button(answer)));
        overlay.show(page, harmless);
    }

    /** Takes the question back, if it is asked now. */
    void takeBack() {
        if (overlay.shows(page)) {
            overlay.close();
        }
    }

    private Button button(Answer answer) {
        Button button = new Button(answer.words());
        if (answer.lossy()) {
            button.getStyleClass().addAll("danger", "button-outlined");
        }
        button.setOnAction(
                event -> {
                    overlay.close();
                    answer.action().run();
                });
        return button;
    }

    /** Enter fires the focused button, as the space bar does by itself. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button focused) {
            event.consume();
            focused.fire();
        }
    }

    @FXML
    private void doNothing() {
        overlay.close();
    }
}
