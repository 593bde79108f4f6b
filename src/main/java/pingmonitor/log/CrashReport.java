package pingmonitor.log;

import java.time.ZoneId;
import java.util.List;

/** What a person can send to whoever mends the program: its versions, the system, the crashes. For their eyes, so in English. */
public final class CrashReport {
    private CrashReport() {}

    /**
     * The report as a text, with nothing about the person.
     *
     * @param program lines that tell which program this is and where it runs
     * @param redaction of the crashes
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
