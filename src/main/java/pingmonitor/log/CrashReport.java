package pingmonitor.log;

import java.time.ZoneId;
import java.util.List;

/**
 * The report that a person can send to the developers: versions, system, crashes. It is in English, which they read.
 */
public final class CrashReport {
    private CrashReport() {}

    /**
     * The report as a text, with nothing about the person.
     *
     * @param program lines that name the program and the system
     * @param redaction applied to the crashes
     */
    public static String text(
            List<String> program, List<Crashes.Seen> crashes, ZoneId zone, Redaction redaction) {
        EntryText words = new EntryText(zone, redaction);
        StringBuilder text = new StringBuilder(String.join("\n", program)).append('\n');
        for (Crashes.Seen seen : crashes) {
            text.append('\n');
            if (seen.times() > 1) {
                text.append(seen.times()).append(" ×, first ");
            }
            text.append(words.of(seen.first()));
        }
        return text.toString();
    }
}
