package pingmonitor.diagnosis;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pingmonitor.session.SessionView;

/** Finds out what may be wrong with a run. */
@FunctionalInterface
public interface Examiner {
    /** Finds out nothing. */
    Examiner NONE = (session, stopped, tell) -> {};

    /**
     * Examines a run as it is now. Takes some milliseconds, and after a run without a word from the server up to two
     * seconds: not for the FX thread.
     *
     * @param stopped whether it is to end early
     * @param tell takes what was found, and takes it anew if a further look shows more
     */
    void examine(SessionView session, BooleanSupplier stopped, Consumer<List<Finding>> tell);
}
