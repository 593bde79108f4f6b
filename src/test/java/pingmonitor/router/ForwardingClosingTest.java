package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Removal;

/** The run removes its mapping when it closes. */
class ForwardingClosingTest extends ForwardingRunFixture {
    @Test
    void closingRemovesTheMapping() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        stop();
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(new ForwardingState.Closed(Removal.REMOVED), state());
        assertTrue(run.isOver() && pcp.closed);
    }

    @Test
    void aRemovalThatTheRouterDoesNotConfirmIsReported() {
        pcp.usually(ask -> grant(ask, 600));
        pcp.confirmsRemoval = false;
        run.step();
        stop();
        assertEquals(
                new ForwardingState.Closed(
                        Removal.ENDS_WITH_LEASE, Optional.of(START.plusSeconds(600))),
                state());
    }

    @Test
    void withoutAMappingNothingIsRemoved() {
        run.step();
        stop();
        assertEquals(new ForwardingState.Closed(Removal.NONE_NEEDED), state());
        assertEquals(List.of(), pcp.unmapped);
    }

    @Test
    void aRequestStoppedBeforeItsAnswerIsWithdrawn() {
        pcp.usually(
                ask -> {
                    requests.stop();
                    return silence(ask);
                });
        run.step();
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(List.of(), natPmp.asked);
        run.step();
        assertTrue(run.isOver());
    }

    @Test
    void aFailingListenerLeavesNoPortOpen() {
        publisher =
                new ForwardingPublisher(
                        event -> {
                            throw new IllegalStateException("listener");
                        });
        try (pingmonitor.echo.QuietLog quiet =
                pingmonitor.echo.QuietLog.of(ForwardingPublisher.class)) {
            run = run();
            pcp.usually(ask -> grant(ask, 600));
            run.step();
            stop();
            assertTrue(quiet.messages() > 0);
        }
        assertEquals(List.of(12_000), pcp.unmapped);
    }
}
