package pingmonitor.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Looks for runs by a word: a part of the name, the note, the host with its port, or the day as {@code 2026-11-30}. */
final class RunSearch {
    private final String word;

    RunSearch(String typed) {
        this.word = folded(typed.strip());
    }

    /** Whether the word is all of a run's name or its file's. */
    boolean isNamed(HistoryEntry entry) {
        String file = folded(entry.fileName());
        return file.equals(word)
                || file.equals(word + RunFileFormat.SUFFIX)
                || entry.facts().filter(facts -> folded(facts.name()).equals(word)).isPresent()
                        && !word.isEmpty();
    }

    /** Whether the word is in what is known of a run. */
    boolean matches(HistoryEntry entry) {
        return isIn(entry.fileName())
                || isIn(day(entry.at(), ZoneId.systemDefault()))
                || entry.facts()
                        .filter(
                                facts ->
                                        isIn(facts.name())
                                                || isIn(facts.note())
                                                || isIn(facts.host() + ":" + facts.port())
                                                || isIn(day(entry.at(), facts.zone())))
                        .isPresent();
    }

    private boolean isIn(String text) {
        return folded(text).contains(word);
    }

    private static String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(zone));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
