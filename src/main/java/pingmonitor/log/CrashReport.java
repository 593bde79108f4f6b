package pingmonitor.log;

import java.time.ZoneId;
import java.util.List;

/** What a person can send to whoever mends the program: its versions, the system, the crashes. For their eyes, so in English. */
public final class CrashReport {
    private CrashReport() {}

    /**
     * The report as a text.
     *
     * @param program lines that tell which program this is and where it runs
     */
    public static String text(List<String> program, List<Crashes.Seen> crashes, ZoneId zone) {
        EntryText words = new EntryText(zone);
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
