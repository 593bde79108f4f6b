package pingmonitor.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pingmonitor.report.RowRange;
import pingmonitor.report.RunReport;
import pingmonitor.report.SessionExport;
import pingmonitor.report.TextReport;
import pingmonitor.report.html.HtmlReport;
import pingmonitor.report.pcapng.PcapngExport;
import pingmonitor.session.SessionView;
import pingmonitor.version.ProgramVersion;

/** Writes one report in any form. What is text is UTF-8 on every system, whatever a terminal would want. */
final class ReportWriter {
    private static final String PROGRAM = "UDP Ping Monitor ";
    private static final int BUFFER = 1 << 16;

    private final Locale locale;
    private final KeptRun run;
    private final RowRange range;
    private final RunReport report;

    /**
     * @param range the rows that the report is about
     */
    ReportWriter(Locale locale, KeptRun run, RowRange range, RunReport report) {
        this.locale = locale;
        this.run = run;
        this.range = range;
        this.report = report;
    }

    /** The lines of the text. */
    List<String> lines() {
        return new TextReport(locale, run.zone()).lines(report);
    }

    /** Writes the report; rows are read in portions. */
    void write(ReportForm form, OutputStream out) throws IOException {
        SessionView session = run.session();
        if (form == ReportForm.PCAPNG) {
            new PcapngExport(locale, program()).write(session, range, out);
            out.flush();
            return;
        }
        Writer writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        switch (form) {
            case JSON -> SessionExport.json(session, range, report, writer);
            case CSV -> SessionExport.csv(session, range, writer);
            case HTML -> writer.append(html());
            case TEXT, PCAPNG -> writer.append(String.join("\n", lines())).append('\n');
        }
        writer.flush();
    }

    private String html() {
        return new HtmlReport(locale, run.zone(), program()).of(report, Instant.now());
    }

    private static String program() {
        return PROGRAM + ProgramVersion.program();
    }
}
