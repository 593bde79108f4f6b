package pingmonitor.diagnosis;

import java.util.List;

/**
 * What a piece of evidence may mean and what to try next.
 *
 * @param facts what it is about, as {@link Cause} says: numbers, text, addresses, durations
 * @param steps in the order to try them
 */
public record Finding(Cause cause, List<Object> facts, List<Step> steps) {

    static Finding of(Cause cause, List<Object> facts, Step... steps) {
        return new Finding(cause, facts, List.of(steps));
    }
}
