package pingmonitor.ui.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import pingmonitor.echo.ServerLedger;
import pingmonitor.echo.ServerLedger.ClientLine;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;

/** Who pings, one line an address. */
final class ClientsSection extends FxmlView {
    /** A client that sent nothing for as long is idle. */
    static final Duration IDLE_AFTER = Duration.ofSeconds(10);

    /** More lines nobody reads; the rest is only counted. */
    static final int MAX_LINES = 100;

    private final List<ClientRow> pool = new ArrayList<>();
    private final Timeline clock;
    private List<ClientLine> clients = List.of();

    @FXML private Label heading;
    @FXML private Button clear;
    @FXML private VBox rows;
    @FXML private Label nobody;
    @FXML private Label others;

    ClientsSection(ServerModel model, Messages messages) {
        super("clients-section.fxml", messages);
        clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), tick -> dimIdle()));
        clock.setCycleCount(Timeline.INDEFINITE);
        disposables.add(clock::stop);
        clear.setOnAction(event -> model.clearClients());
        disposables.follow(model.trafficProperty(), this::show);
    }

    private void show(ServerLedger.Snapshot snapshot) {
        List<ClientLine> now = snapshot.clients();
        int all = snapshot.addresses().count();
        clients = now.subList(0, Math.min(now.size(), MAX_LINES));
        while (pool.size() < clients.size()) {
            pool.add(new ClientRow(messages));
        }
        for (int i = 0; i < clients.size(); i++) {
            pool.get(i).show(clients.get(i));
        }
        if (rows.getChildren().size() != clients.size()) {
            rows.getChildren()
                    .setAll(pool.subList(0, clients.size()).stream().map(ClientRow::root).toList());
        }
        int hidden = all - clients.size();
        NodeVisibility.text(others, hidden > 0 ? messages.text("clients.others", hidden) : "");
        NodeVisibility.set(nobody, now.isEmpty());
        NodeVisibility.set(clear, !now.isEmpty());
        heading.setText(
                now.isEmpty()
                        ? messages.text("clients.heading")
                        : messages.text("clients.heading.count", all));
        dimIdle();
    }

    /** The clock ticks only while there is somebody who can become idle. */
    private void dimIdle() {
        Instant since = Instant.now().minus(IDLE_AFTER);
        boolean somebodyActive = false;
        for (int i = 0; i < clients.size(); i++) {
            boolean idle = clients.get(i).lastSeen().isBefore(since);
            pool.get(i).dim(idle);
            somebodyActive |= !idle;
        }
        if (somebodyActive) {
            clock.play();
        } else {
            clock.stop();
        }
    }
}
