package pingmonitor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import pingmonitor.ping.LossLocation;

/**
 * Places of loss that have no slot yet. Servers tell them of many pings at once, so that a slot takes those of pings
 * that are near each other. Not thread-safe.
 */
final class OpenVerdicts {
    /** Pings that a slot can tell of. */
    private static final int PINGS = Integer.SIZE;

    private final SortedMap<Long, LossLocation> places = new TreeMap<>();

    /** Takes what one slot tells. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param pings a bit for each ping, the lowest for the one with the number
         */
        void verdicts(LossLocation place, long sequence, long pings);
    }

    void put(long sequence, LossLocation place) {
        places.put(sequence, place);
    }

    boolean has(long sequence) {
        return places.containsKey(sequence);
    }

    /** Gives all away, of each ping what was told last. */
    void drain(Sink sink) {
        for (LossLocation place : LossLocation.values()) {
            List<Long> there = new ArrayList<>();
            places.forEach(
                    (sequence, each) -> {
                        if (each == place) {
                            there.add(sequence);
                        }
                    });
            drain(place, there, sink);
        }
        places.clear();
    }

    private static void drain(LossLocation place, List<Long> sequences, Sink sink) {
        int next = 0;
        while (next < sequences.size()) {
            long first = sequences.get(next);
            long pings = 0;
            while (next < sequences.size() && sequences.get(next) - first < PINGS) {
                pings |= 1L << sequences.get(next++) - first;
            }
            sink.verdicts(place, first, pings);
        }
    }
}
