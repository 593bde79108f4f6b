package pingmonitor.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import pingmonitor.ping.LossLocation;

/** The numbers of the pings that were lost at each place, as long as they are few. Not thread-safe. */
final class LostNumbers {
    /** Number of pings kept for each place: the first ones. No reader needs more. */
    static final int MAX_KEPT = 1_000;

    private final Map<LossLocation, NavigableSet<Long>> numbers = new EnumMap<>(LossLocation.class);

    /** It became known where a ping was lost, or that it was not. */
    void move(long sequence, Optional<LossLocation> before, Optional<LossLocation> after) {
        before.ifPresent(place -> of(place).remove(sequence));
        after.ifPresent(
                place -> {
                    NavigableSet<Long> there = of(place);
                    there.add(sequence);
                    if (there.size() > MAX_KEPT) {
                        there.pollLast();
                    }
                });
    }

    /** The numbers in order; not all of them, where there were many at once. */
    List<Long> at(LossLocation where) {
        return List.copyOf(of(where));
    }

    private NavigableSet<Long> of(LossLocation where) {
        return numbers.computeIfAbsent(where, place -> new TreeSet<>());
    }
}
