package pingmonitor.ui.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.NatWarning;
import pingmonitor.ui.common.Fx;

/** The assistant warns of an address that others may not reach. */
@Tag("view")
class ForwardWarningsViewTest extends ForwardWindowFixture {
    @Start
    void start(Stage window) {
        openWindow(window);
    }

    @Test
    void anExternalAddressThatIsNotPublicShowsAWarning(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(new ForwardingState.Standing(mapping(Optional.of("192.168.7.2"))));
        router.warns(NatWarning.DOUBLE_NAT);
        await(() -> shown(robot, "#forwardWarnings") && shown(robot, "#forwardNextRouter"));
        List<String> warnings = new ArrayList<>();
        robot.lookup("#forwardWarnings .label")
                .queryAllAs(Label.class)
                .forEach(each -> warnings.add(each.getText()));
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("it is behind another router"), warnings::toString);
        assertTrue(top(robot, "#forwardWarnings") < top(robot, "#forwardState"), "first of all");
        assertFalse(shown(robot, "#forwardToGive"), "nobody is given it");
        assertFalse(text(robot, "#forwardState").contains("share"));
        String next = text(robot, "#forwardNextRouter");
        assertTrue(next.contains("external port 12001, to the address 192.168.7.2"), next);
        assertTrue(text(robot, "#forwardStatus").contains("cannot be reached from the internet"));
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
        router.becomes(new ForwardingState.Standing(mapping(Optional.of("100.64.0.7"))));
        router.warns(NatWarning.CARRIER_NAT);
        await(() -> !shown(robot, "#forwardNextRouter"));
        assertFalse(shown(robot, "#forwardToGive"), "nobody is given it");
        assertEquals(Optional.empty(), model.publicEndpointProperty().get());
    }

    @Test
    void aWarningIsShownEvenWhenTheRouterRefuses(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        Fx.click(robot, "#forwardAsk");
        router.becomes(failed());
        router.warns(NatWarning.DOUBLE_NAT);
        await(() -> shown(robot, "#forwardWarnings"));
    }
}
