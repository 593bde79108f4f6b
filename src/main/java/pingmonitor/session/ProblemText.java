package pingmonitor.session;

import java.util.Locale;
import pingmonitor.ping.Problem;

/** Puts a {@link Problem} into words: what is wrong and what would be right, in one or two short sentences. */
public final class ProblemText {
    /** Words in the language of the locale. */
    public ProblemText(Locale locale) {}

    /** The message to show beside the field, or on one line of a terminal. */
    public String of(Problem problem) {
        throw new UnsupportedOperationException("todo");
    }
}
