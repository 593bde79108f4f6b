package pingmonitor.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Which wall time belongs to a moment of a run. Grows; not thread-safe. */
final class Eras {
    private final List<FileEvent.Era> eras = new ArrayList<>();

    /** Adds one that begins later than all others. */
    void add(FileEvent.Era era) {
        eras.add(era);
    }

    int size() {
        return eras.size();
    }

    /** Forgets the latest ones. */
    void cutTo(int size) {
        eras.subList(size, eras.size()).clear();
    }

    List<FileEvent.Era> all() {
        return eras;
    }

    /** The wall time of a moment. */
    Instant at(long runMicros) {
        int low = 0;
        int high = eras.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (eras.get(middle).fromMicros() <= runMicros) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long zeroMicros = eras.isEmpty() ? 0 : eras.get(low).zeroMicros();
        return Instant.EPOCH.plus(zeroMicros + runMicros, ChronoUnit.MICROS);
    }
}
