package pingmonitor.cli;

import java.util.BitSet;

/**
 * Which of the latest ping numbers are marked; all before those count as marked. Takes constant memory. Not
 * thread-safe.
 */
final class RecentNumbers {
    /** More than can be under way or remembered by the engine. */
    static final int MIN_KEPT = 1 << 20;

    private BitSet marked = new BitSet();
    private long from;

    void mark(long number) {
        if (number - from >= 2L * MIN_KEPT) {
            long newFrom = number - MIN_KEPT;
            marked = newFrom - from < 2L * MIN_KEPT ? rest((int) (newFrom - from)) : new BitSet();
            from = newFrom;
        }
        if (number >= from) {
            marked.set((int) (number - from));
        }
    }

    boolean isMarked(long number) {
        return number < from || number - from < 2L * MIN_KEPT && marked.get((int) (number - from));
    }

    private BitSet rest(int first) {
        return marked.get(first, Math.max(first, marked.length()));
    }
}
