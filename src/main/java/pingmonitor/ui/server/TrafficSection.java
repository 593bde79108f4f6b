package pingmonitor.ui.server;

import java.text.NumberFormat;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import pingmonitor.echo.ServerLedger;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.View;

/** How many datagrams came, and what became of them. */
final class TrafficSection implements View {
    private final NumberFormat numbers;
    private final Disposables disposables = new Disposables();
    private final Parent root;

    @FXML private Label received;
    @FXML private Label receivedCaption;
    @FXML private Label answered;
    @FXML private Label answeredCaption;
    @FXML private Label dropped;
    @FXML private Label droppedCaption;
    @FXML private Label refused;
    @FXML private Label refusedCaption;
    @FXML private Label ignored;
    @FXML private Label ignoredCaption;

    TrafficSection(ServerModel model, Messages messages) {
        numbers = NumberFormat.getIntegerInstance(messages.locale());
        root = Fxml.load(this, "traffic-section.fxml", messages);
        disposables.follow(model.trafficProperty(), snapshot -> show(snapshot.counters()));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void dispose() {
        disposables.dispose();
    }

    private void show(ServerLedger.Counters counters) {
        figure(received, receivedCaption, counters.received());
        figure(answered, answeredCaption, counters.answered());
        figure(dropped, droppedCaption, counters.dropped());
        figure(refused, refusedCaption, counters.limited());
        figure(ignored, ignoredCaption, counters.ignored());
    }

    private void figure(Label label, Label caption, long value) {
        label.setText(numbers.format(value));
        label.setAccessibleText(numbers.format(value) + " " + caption.getText());
    }
}
