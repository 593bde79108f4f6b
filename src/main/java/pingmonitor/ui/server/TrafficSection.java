package pingmonitor.ui.server;

import java.text.NumberFormat;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import pingmonitor.echo.ServerLedger;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;

/** How many datagrams came, and what became of them. */
final class TrafficSection extends FxmlView {
    private final NumberFormat numbers;

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
        super("traffic-section.fxml", messages);
        numbers = NumberFormat.getIntegerInstance(messages.locale());
        disposables.follow(model.trafficProperty(), snapshot -> show(snapshot.counters()));
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
