package pingmonitor.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Looks for runs by a word: a part of the name, the note, the host with its port, or when it began as {@code 2026-11-30 20:15:07}. */
final class RunSearch {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern MOMENT_WITH_T =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)t(?=\\d\\d:)");

    private final String word;

    RunSearch(String typed) {
        this.word = MOMENT_WITH_T.matcher(folded(typed.strip())).replaceAll("$1 ");
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
                || isIn(moment(entry.at(), ZoneId.systemDefault()))
                || entry.facts()
                        .filter(
                                facts ->
                                        isIn(facts.name())
                                                || isIn(facts.note())
                                                || isIn(facts.host() + ":" + facts.port())
                                                || isIn(moment(entry.at(), facts.zone())))
                        .isPresent();
    }

    private boolean isIn(String text) {
        return folded(text).contains(word);
    }

    private static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
