package pingmonitor.ui.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.router.ForwardingState;
import pingmonitor.ui.common.Fx;

/** The keyboard reaches every control of the assistant, and no key does anything twice. */
@Tag("view")
class ForwardKeyboardTest extends ForwardWindowFixture {
    @Start
    void start(Stage window) {
        openWindow(window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#forwardAsk", "#forwardAgain", "#forwardStop"})
    void aSecondEnterDoesNothing(String selector, FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        if (!selector.equals("#forwardAsk")) {
            robot.interact(() -> model.agree());
            router.becomes(failed());
            await(() -> shown(robot, selector));
        }
        robot.interact(() -> robot.lookup(selector).query().requestFocus());
        robot.type(KeyCode.ENTER);
        router.becomes(new ForwardingState.Asking());
        boolean agreed = model.isAgreed();
        await(() -> shown(robot, "#forwardStop") == agreed);
        robot.type(KeyCode.ENTER).type(KeyCode.SPACE);
        assertEquals(agreed, model.isAgreed());
        assertTrue(shown(robot, "#forwardClose"), "still open");
        // The model closes the router after all its orders.
        model.shutdown();
        await(() -> router.orders.contains(orderOf(selector)));
        assertEquals(
                1,
                router.orders.stream().filter(each -> each.equals(orderOf(selector))).count(),
                router.orders::toString);
    }

    @Test
    void theKeyboardReachesEveryControl(FxRobot robot) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        Node open = robot.lookup("#forwardOpen").query();
        robot.interact(open::requestFocus);
        robot.type(KeyCode.SPACE);
        assertEquals("forwardClose", focused(), "until there is something to do");
        await(() -> routers.made.size() == 1);
        ScriptedForwarding router = routers.made.get(0);
        router.looked(MANUAL_ENTRY);
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> focused().equals("forwardAsk"));
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            reached.add(focused());
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertTrue(
                reached.containsAll(
                        List.of(
                                "forwardClose",
                                "forwardAsk",
                                "forwardRouterPage",
                                "forwardCopyHand")),
                reached::toString);
        assertFalse(reached.contains("forwardOpen"), reached::toString);
        robot.interact(() -> robot.lookup("#forwardAsk").query().requestFocus());
        robot.type(KeyCode.SPACE);
        await(() -> router.orders.equals(List.of(AGREED)));
        router.becomes(new ForwardingState.Asking());
        await(() -> !shown(robot, "#forwardAsk"));
        router.becomes(new ForwardingState.NeedsPermanent(GATEWAY.address(), 12_000));
        await(() -> shown(robot, "#forwardPermanent"));
        assertFalse(focused().startsWith("forwardPermanent"), "nobody is led to a yes by a key");
        robot.type(KeyCode.ESCAPE);
        assertEquals(open, stage.getScene().getFocusOwner());
    }

    @Test
    void theFocusStartsAtTheFirstThingToDo(FxRobot robot) throws Exception {
        ScriptedForwarding router = openAssistant(robot, 12_000);
        await(() -> focused().equals("forwardAsk"));
        robot.type(KeyCode.ENTER);
        await(() -> router.orders.equals(List.of(AGREED)));
        router.becomes(
                new ForwardingState.Failed(
                        ForwardingState.Why.REFUSED, Instant.parse("2026-11-23T10:42:07Z")));
        await(() -> shown(robot, "#forwardAgain"));
        robot.type(KeyCode.ESCAPE);
        Fx.click(robot, "#forwardOpen");
        assertEquals("forwardAgain", focused());
        robot.type(KeyCode.ESCAPE);
        router.becomes(new ForwardingState.NeedsPermanent(GATEWAY.address(), 12_000));
        await(() -> text(robot, "#forwardStatus").contains("needs your confirmation"));
        Fx.click(robot, "#forwardOpen");
        assertEquals("forwardPermanentYes", focused());
    }

    @Test
    void theFocusThatThePersonMovedStays(FxRobot robot) throws Exception {
        robot.interact(() -> model.serverIs(OptionalInt.of(12_000)));
        Fx.click(robot, "#forwardOpen");
        await(() -> routers.made.size() == 1);
        ScriptedForwarding router = routers.made.get(0);
        router.looked(MANUAL_ENTRY);
        await(() -> shown(robot, "#forwardCopyHand"));
        robot.interact(() -> robot.lookup("#forwardCopyHand").query().requestFocus());
        router.becomes(new ForwardingState.NeedsConsent());
        await(() -> shown(robot, "#forwardAsk"));
        assertEquals("forwardCopyHand", focused());
    }

    private static String orderOf(String selector) {
        return switch (selector) {
            case "#forwardAsk" -> AGREED;
            case "#forwardAgain" -> "again";
            default -> "close";
        };
    }
}
