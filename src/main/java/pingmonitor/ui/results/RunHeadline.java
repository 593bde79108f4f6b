package pingmonitor.ui.results;

import java.util.List;

/**
 * The headline of a run.
 *
 * @param severity how good or bad the news is
 * @param title what happened, in one line
 * @param sentences further facts
 */
record RunHeadline(Severity severity, Phrase title, List<Phrase> sentences) {

    /** A key of the message bundle with the arguments of its text: numbers as they are, everything else as text. */
    record Phrase(String key, List<Object> arguments) {
        static Phrase of(String key, Object... arguments) {
            return new Phrase(key, List.of(arguments));
        }
    }
}
