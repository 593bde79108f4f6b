package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.OutageOracle.Found;

/** Outages of random runs, with sleeps in every position, against a plain search and against the live watch. */
class OutageOracleTest {
    private static final int RUNS = 400;
    private static final int PINGS = 300;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void outagesAreThoseOfAPlainSearch(int minLosses) {
        long outages = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            SimulatedRun run = new SimulatedRun(seed, PINGS);
            Session session = new Session(run.plan());
            for (PingEvent event : run.events()) {
                session.apply(event);
            }
            List<Found> wanted = new OutageOracle(session, minLosses).outages();

            Outages found = Outages.of(session, minLosses);

            assertEquals(wanted, found.latest().stream().map(Found::of).toList(), "seed " + seed);
            assertEquals(wanted.size(), found.figures().count());
            assertEquals(wanted.stream().mapToLong(Found::lost).sum(), found.figures().lost());
            assertEquals(
                    wanted.stream()
                            .mapToLong(each -> each.end().orElseThrow() - each.startNanos())
                            .sum(),
                    found.figures().downNanos() + found.figures().offlineNanos());
            outages += wanted.size();
        }
        assertTrue(outages > RUNS, outages + " outages");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void watchEndsWithTheOutagesOfTheWholeRun(int minLosses) {
        for (int seed = 0; seed < RUNS; seed++) {
            SimulatedRun run = new SimulatedRun(seed, PINGS);
            Session session = new Session(run.plan());
            List<OutageEvent> told = new ArrayList<>();
            OutageWatch watch = new OutageWatch(run.plan(), minLosses, told::add);
            for (PingEvent event : run.events()) {
                watch.take(event, session.apply(event));
            }

            Outages whole = Outages.of(session, minLosses);

            assertEquals(whole, watch.outages(), "seed " + seed);
            assertEquals(2 * whole.latest().size(), told.size());
            for (int i = 0; i < told.size(); i++) {
                Outage outage = whole.latest().get(i / 2);
                assertEquals(i % 2 == 0, told.get(i) instanceof OutageEvent.Began);
                assertEquals(outage.firstSequence(), told.get(i).outage().firstSequence());
            }
        }
    }

    @Test
    void watchTellsTheBeginningWithTheLastLossThatItTakes() {
        for (int seed = 0; seed < RUNS; seed++) {
            SimulatedRun run = new SimulatedRun(seed, PINGS);
            Session session = new Session(run.plan());
            List<OutageEvent> told = new ArrayList<>();
            OutageWatch watch = new OutageWatch(run.plan(), 3, told::add);
            for (PingEvent event : run.events()) {
                int before = told.size();
                watch.take(event, session.apply(event));
                if (told.size() > before && told.get(before) instanceof OutageEvent.Began began) {
                    assertEquals(3, began.outage().lost(), "seed " + seed);
                }
            }
        }
    }
}
