package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.series.SessionSeries;
import pingmonitor.session.Session;

/** CSV and JSON of a part of a run. */
class ReportWindowExportTest {
    private static final Session DAY = DayRun.session();
    private static final Instant OUTAGE = DayRun.START.plusSeconds(21_599);

    @Test
    void csvHasTheLinesOfTheWindow() throws IOException {
        StringBuilder csv = new StringBuilder();
        SessionExport.csv(DAY, window(0, 3).rows(DAY), csv);
        assertEquals(4, csv.toString().lines().count());
        assertTrue(csv.toString().lines().skip(1).allMatch(line -> line.contains(",timed-out,")));
    }

    @Test
    void jsonOfAPartHasItsOwnFigures() throws IOException {
        JsonObject json = json(window(-10, 260));
        JsonObject summary = json.getAsJsonObject("summary");
        assertEquals(270, summary.get("sent").getAsInt());
        assertEquals(270, json.getAsJsonArray("pings").size());
        assertFalse(summary.has("missed"), "nobody knows of a part how many were missed");
        JsonObject period = json.getAsJsonObject("period");
        assertEquals("2026-11-30T05:40:01.000000Z", period.get("from").getAsString());
        assertFalse(period.get("whole").getAsBoolean());
        JsonObject outage = json.getAsJsonArray("outages").get(0).getAsJsonObject();
        assertEquals(252_000_000_000L, outage.get("lengthNanos").getAsLong());
        assertEquals("there", outage.get("cause").getAsString());
        assertEquals(252, outage.get("lost").getAsInt());
    }

    @Test
    void jsonOfTheWholeHasTheMembersThatASavedRunHas() throws IOException {
        StringBuilder saved = new StringBuilder();
        SessionExport.json(DAY, saved);
        JsonObject expected = JsonParser.parseString(saved.toString()).getAsJsonObject();
        JsonObject report = json(TimeWindow.WHOLE);
        assertEquals(expected.get("run"), report.get("run"));
        assertEquals(expected.get("pings"), report.get("pings"));
        JsonObject summary = report.getAsJsonObject("summary");
        expected.getAsJsonObject("summary")
                .entrySet()
                .forEach(each -> assertEquals(each.getValue(), summary.get(each.getKey())));
        assertTrue(summary.has("p999Nanos"));
        assertEquals("Lisbon", report.get("name").getAsString());
    }

    private static TimeWindow window(long fromSeconds, long toSeconds) {
        return new TimeWindow(
                Optional.of(OUTAGE.plusSeconds(fromSeconds)),
                Optional.of(OUTAGE.plusSeconds(toSeconds)));
    }

    private static JsonObject json(TimeWindow window) throws IOException {
        RunReport report =
                new RunReporter(DayRun.ZONE, 3)
                        .report(
                                DAY,
                                new SessionSeries(DAY),
                                window,
                                new RunLabel("Lisbon", "", false))
                        .orElseThrow();
        StringBuilder json = new StringBuilder();
        SessionExport.json(DAY, window.rows(DAY), report, json);
        return JsonParser.parseString(json.toString()).getAsJsonObject();
    }
}
