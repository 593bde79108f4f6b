package pingmonitor.ui.forward;

import atlantafx.base.theme.PrimerLight;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Gateway;
import pingmonitor.router.ManualEntry;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.MappingRefusal;
import pingmonitor.router.Protocol;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.Overlay;
import pingmonitor.ui.common.Stylesheet;

/** The line in the card and the assistant, with a router that does what the test says. */
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
abstract class ForwardWindowFixture {
    static final Gateway GATEWAY = new Gateway(ip("192.168.1.1"), ip("192.168.1.20"), "eth0", true);
    static final String AGREED = "agree to 192.168.1.1";
    static final Optional<ManualEntry> MANUAL_ENTRY =
            Optional.of(new ManualEntry(GATEWAY, 12_000, 12_000));

    final ScriptedForwarding.Factory routers = new ScriptedForwarding.Factory();
    final List<URI> opened = new CopyOnWriteArrayList<>();
    ForwardModel model;
    ForwardSection section;
    Stage stage;

    /** Opens the window; the start of each test calls it. */
    void openWindow(Stage window) {
        stage = window;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new ForwardModel(routers, opened::add);
        show(Locale.ENGLISH);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(section::dispose);
        robot.interact(model::shutdown);
    }

    ScriptedForwarding openAssistant(FxRobot robot, int port) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.of(port)));
        Fx.click(robot, "#forwardOpen");
        await(() -> routers.made.size() == 1);
        ScriptedForwarding router = routers.made.get(0);
        router.looked(MANUAL_ENTRY);
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> shown(robot, "#forwardAsk"));
        return router;
    }

    void show(Locale locale) {
        Overlay overlay = new Overlay();
        section = new ForwardSection(model, overlay, locale);
        Button elsewhere = new Button();
        elsewhere.setId("elsewhere");
        VBox card = new VBox(section.root(), elsewhere);
        Scene scene = new Scene(new StackPane(card, overlay.root()), 1024, 700);
        scene.getStylesheets().add(Stylesheet.beside(ForwardSection.class, "forward.css"));
        stage.setScene(scene);
        stage.show();
    }

    static MappingAttempt refused(Protocol protocol, MappingRefusal.Kind kind, OptionalInt code) {
        return new MappingAttempt(
                protocol, new MappingAttempt.Refused(new MappingRefusal(kind, code, "")));
    }

    static Mapping mapping(Optional<String> outside) {
        Instant now = Instant.parse("2026-11-23T10:42:07Z");
        return new Mapping(
                Protocol.UPNP,
                GATEWAY,
                outside.map(ForwardWindowFixture::ip),
                12_001,
                12_000,
                Optional.of(Duration.ofMinutes(10)),
                now,
                now.plusSeconds(300));
    }

    static PublicEndpoint endpoint(PublicEndpoint.Source source) {
        return new PublicEndpoint(ip("203.0.113.9"), 12_001, source);
    }

    static InetAddress ip(String literal) {
        return new InetSocketAddress(literal, 0).getAddress();
    }

    static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    static ForwardingState failed() {
        return new ForwardingState.Failed(
                ForwardingState.Why.REFUSED, Instant.parse("2026-11-23T10:42:07Z"));
    }

    static double top(FxRobot robot, String selector) {
        Node node = robot.lookup(selector).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    /** Says whether a node and all its parents are visible. */
    static boolean shown(FxRobot robot, String selector) {
        Node node = robot.lookup(selector).query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    String focused() {
        return stage.getScene().getFocusOwner().getId();
    }

    static void await(Callable<Boolean> condition) throws TimeoutException {
        Fx.awaitLaidOut(condition);
    }
}
