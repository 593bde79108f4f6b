package pingmonitor.diagnosis;

import java.util.List;

/**
 * One thing to try.
 *
 * @param facts what it is about, as {@link Action} says: numbers, text, addresses, durations
 */
public record Step(Action action, List<Object> facts) {

    static Step of(Action action, Object... facts) {
        return new Step(action, List.of(facts));
    }
}
