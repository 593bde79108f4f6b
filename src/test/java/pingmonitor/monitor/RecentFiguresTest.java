package pingmonitor.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** Each ping counts once, however often it changes its mind. */
class RecentFiguresTest {
    private static final PingPlan PLAN = PingPlan.lab("127.0.0.1", 12_000);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Session session = new Session(PLAN);
    private final RecentFigures figures = new RecentFigures(PLAN.timeout());
    private long nowNanos = Duration.ofDays(-3).toNanos();

    @Test
    void replyAfterARefusalIsNoLoss() {
        take(new PingEvent.Sent(1, Scene.START, 24));
        take(new PingEvent.Unreachable(1, 300_000));
        assertEquals(1, last().lost());
        take(new PingEvent.Replied(1, 400_000, Scene.reply(1)));
        assertEquals(0, last().lost());
        assertEquals(1, last().received());
    }

    @Test
    void refusalAfterTheTimeoutIsNoSecondLoss() {
        take(new PingEvent.Sent(1, Scene.START, 24));
        take(new PingEvent.TimedOut(1));
        take(new PingEvent.Unreachable(1, 1_500_000_000));
        take(new PingEvent.Late(1, 1_600_000_000, Scene.reply(1)));
        assertEquals(1, last().lost());
    }

    @Test
    void pingThatCannotBeSentIsNotSent() {
        take(new PingEvent.SendFailed(1, Scene.START, Problem.of(Problem.Kind.NO_ROUTE, "x")));
        assertEquals(1, last().sendFailed());
        assertEquals(0, last().sent());
        assertEquals(OptionalDouble.empty(), last().loss());
    }

    @Test
    void eachSecondOfTheTimeCountsAndNoOther() {
        for (int ping = 1; ping <= 700; ping++) {
            take(new PingEvent.Sent(ping, Scene.START, 24));
            nowNanos += Duration.ofSeconds(1).toNanos();
        }
        nowNanos -= Duration.ofSeconds(1).toNanos();
        assertEquals(60, last().sent());
        assertEquals(600, figures.last(Duration.ofMinutes(10), nowNanos).sent());
        assertEquals(600, figures.last(Duration.ofHours(1), nowNanos).sent());
    }

    private TargetFigures last() {
        return figures.last(MINUTE, nowNanos);
    }

    private void take(PingEvent event) {
        figures.take(event, session.apply(event), nowNanos);
    }

    /** Without a row, as of a ping long forgotten. */
    @Test
    void eventOfAForgottenPingIsTaken() {
        figures.take(new PingEvent.Replied(1, 500, Scene.reply(1)), Optional.empty(), nowNanos);
        assertEquals(1, last().received());
    }
}
