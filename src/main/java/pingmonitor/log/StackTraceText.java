package pingmonitor.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiFunction;

/** Writes stack traces in the form of the JDK, which offers no way to redact the message of each throwable. */
final class StackTraceText {
    private static final String DEEPER = "\t";

    private final BiFunction<Throwable, String, String> words;
    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param words makes the first line of a throwable from it and its own text, which begins with its class
     */
    StackTraceText(BiFunction<Throwable, String, String> words) {
        this.words = words;
    }

    /** The whole trace; only the class where the throwable itself fails to tell more. */
    String of(Throwable thrown) {
        try {
            append(thrown, "", "", new StackTraceElement[0]);
            return text.toString();
        } catch (RuntimeException | StackOverflowError broken) {
            return thrown.getClass().getName() + "\n";
        }
    }

    private void append(
            Throwable thrown, String caption, String indent, StackTraceElement[] enclosing) {
        String itself = words.apply(thrown, thrown.toString());
        if (!told.add(thrown)) {
            line(indent, caption + "[CIRCULAR REFERENCE: " + itself + "]");
            return;
        }
        line(indent, caption + itself);
        StackTraceElement[] frames = thrown.getStackTrace();
        int inCommon = inCommon(frames, enclosing);
        for (int i = 0; i < frames.length - inCommon; i++) {
            line(indent, "\tat " + frames[i]);
        }
        if (inCommon > 0) {
            line(indent, "\t... " + inCommon + " more");
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            append(suppressed, "Suppressed: ", indent + DEEPER, frames);
        }
        if (thrown.getCause() != null) {
            append(thrown.getCause(), "Caused by: ", indent, frames);
        }
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append('\n');
    }

    private static int inCommon(StackTraceElement[] frames, StackTraceElement[] enclosing) {
        int same = 0;
        while (same < frames.length
                && same < enclosing.length
                && frames[frames.length - 1 - same].equals(
                        enclosing[enclosing.length - 1 - same])) {
            same++;
        }
        return same;
    }
}
