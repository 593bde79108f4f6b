package pingmonitor.ui.server;

import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.Overlay;
import pingmonitor.ui.common.Stylesheet;
import pingmonitor.ui.common.View;

/** The card and the log side by side, as the main window has them. */
final class ServerWindow {
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private ServerCardView card;
    private ServerLogView log;

    ServerWindow(Stage stage) {
        this.stage = stage;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    /** On the FX thread. */
    void show(ServerModel model, Locale locale) {
        Overlay overlay = new Overlay();
        card = new ServerCardView(model, overlay, nothing(), locale);
        log = new ServerLogView(model, locale);
        BorderPane root = new BorderPane(log.root());
        root.setRight(card.root());
        Scene scene = new Scene(new StackPane(root, overlay.root()), 1024, 700);
        scene.getStylesheets().add(Stylesheet.beside(ServerCardView.class, "server.css"));
        stage.setScene(scene);
        stage.show();
    }

    private static View nothing() {
        return new View() {
            private final Region root = new Region();

            @Override
            public Parent root() {
                return root;
            }

            @Override
            public void dispose() {
                // There is nothing.
            }
        };
    }

    /** On the FX thread. */
    void dispose() {
        card.dispose();
        log.dispose();
    }

    <T extends Node> T find(String selector, Class<T> type) {
        return robot.lookup(selector).queryAs(type);
    }

    String text(String selector) {
        return find(selector, Labeled.class).getText();
    }

    boolean shown(String selector) {
        return find(selector, Node.class).isVisible();
    }

    void type(String selector, String text) {
        robot.interact(() -> find(selector, TextInputControl.class).setText(text));
    }

    void click(String selector) throws TimeoutException {
        Fx.click(robot, selector);
    }

    static void await(Callable<Boolean> condition) throws TimeoutException {
        Fx.awaitLaidOut(condition);
    }
}
