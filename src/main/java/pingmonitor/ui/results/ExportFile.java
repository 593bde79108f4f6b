package pingmonitor.ui.results;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.SessionView;
import pingmonitor.settings.AtomicFile;

/** Writes the files that runs are saved in, and proposes their names. */
final class ExportFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    /** A name may have 255 bytes on most file systems, and a host name 253 characters. */
    private static final int MAX_HOST_CHARS = 200;

    private ExportFile() {}

    /** Writes a run into a file, which is replaced in one step. */
    static void write(SessionView session, ExportFormat format, Locale locale, Path file)
            throws IOException {
        new AtomicFile(file).write(out -> format.write(session, locale, out));
    }

    /** A name that tells server and time: ping-127.0.0.1-12000-2026-11-23-1042.csv. */
    static String proposedName(SessionView session, ExportFormat format, ZoneId zone) {
        PingPlan plan = session.plan();
        String host = plan.host().replaceAll("[^\\p{Alnum}.-]", "-");
        String shown = host.substring(0, Math.min(host.length(), MAX_HOST_CHARS));
        Instant at = session.startedAt().orElseGet(Instant::now);
        return "ping-"
                + shown
                + "-"
                + plan.port()
                + "-"
                + STAMP.format(at.atZone(zone))
                + format.suffix();
    }
}
