package pingmonitor.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pingmonitor.report.DayRun;
import pingmonitor.report.RunLabel;
import pingmonitor.report.RunReport;
import pingmonitor.report.RunReporter;
import pingmonitor.report.TimeWindow;

class HtmlReportTest {
    private static final Instant MADE = Instant.parse("2026-12-01T00:12:00Z");

    @Test
    void dump() throws IOException {
        RunReport report =
                new RunReporter(DayRun.ZONE, 3)
                        .report(
                                DayRun.session(),
                                TimeWindow.WHOLE,
                                new RunLabel(
                                        "Lisbon office",
                                        "Since the new router, Mr. Costa's calls break off in the evening."))
                        .orElseThrow();
        for (String language : new String[] {"en", "pt"}) {
            String html =
                    new HtmlReport(
                                    Locale.forLanguageTag(language),
                                    DayRun.ZONE,
                                    "UDP Ping Monitor 0.1.0")
                            .of(report, MADE);
            Files.writeString(Path.of("/tmp/report-" + language + ".html"), html);
        }
        assertEquals(2, report.outages().size());
    }
}
