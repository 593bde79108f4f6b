package pingmonitor.ui.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Session;

/** Files that runs are saved in. */
final class RunFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    private RunFile() {}

    /** Writes a run into a file, all or nothing: a file that was there before stays whole until the new one is. */
    static void write(Session session, ExportFormat format, Locale locale, Path file)
            throws IOException {
        Path target = file.toAbsolutePath();
        // Not createTempFile: nobody but the person themselves could read what it leaves.
        Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                format.write(session, locale, out);
            }
            replace(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A name that tells what is in the file: ping-127.0.0.1-12000-2026-11-23-1042.csv. */
    static String proposedName(Session session, ExportFormat format, ZoneId zone) {
        PingPlan plan = session.plan();
        String host = plan.host().replaceAll("[^\\p{Alnum}.-]", "-");
        Instant at = session.startedAt().orElseGet(Instant::now);
        return "ping-"
                + host
                + "-"
                + plan.port()
                + "-"
                + STAMP.format(at.atZone(zone))
                + format.suffix();
    }

    private static void replace(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
