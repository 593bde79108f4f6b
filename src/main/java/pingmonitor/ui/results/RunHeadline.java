package pingmonitor.ui.results;

import java.util.List;

/**
 * What there is to say about a run.
 *
 * @param severity how good or bad that is
 * @param title in one line
 * @param sentences what it means and what can be done
 */
record RunHeadline(Severity severity, Phrase title, List<Phrase> sentences) {

    /** A text of the message bundle with what goes into it: numbers as they are, everything else as text. */
    record Phrase(String key, List<Object> arguments) {
        static Phrase of(String key, Object... arguments) {
            return new Phrase(key, List.of(arguments));
        }
    }
}
