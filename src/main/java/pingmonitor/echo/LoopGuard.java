package pingmonitor.echo;

import java.nio.ByteBuffer;

/**
 * Notices when a client sends the same thing again and again that our answer would not change: that is what another
 * echo server does with our own replies (CVE-2024-2169). Remembers the last {@value #REMEMBERED} such payloads of one
 * client, by hash: a collision costs a reply, no more.
 */
final class LoopGuard {
    static final int REMEMBERED = 64;

    /** How often the same upper-case text is answered. */
    static final int MAX_REPEATS = 2;

    /**
     * How often anything else is answered that comes back as it was sent. Honest tools repeat figures, binary data and empty
     * datagrams, and of a server that changes nothing any text comes back so; but a loop must end.
     */
    static final int MAX_OTHER_REPEATS = 100;

    private final long[] hashes = new long[REMEMBERED];
    private final int[] counts = new int[REMEMBERED];

    /**
     * Counts a payload that the reply would not change.
     *
     * @return false if it came too often to be answered
     */
    boolean admit(ByteBuffer payload) {
        long hash = hash(payload);
        int place = placeOf(hash);
        int count = place < REMEMBERED ? counts[place] : 0;
        int limit = isUpperCase(payload) ? MAX_REPEATS : MAX_OTHER_REPEATS;
        moveToFront(Math.min(place, REMEMBERED - 1), hash, Math.min(count, limit) + 1);
        return count < limit;
    }

    /** What came through a server that upper-cases has letters, and no small ones. */
    private static boolean isUpperCase(ByteBuffer payload) {
        return UpperCase.hasLetters(payload) && UpperCase.leavesUnchanged(payload);
    }

    private int placeOf(long hash) {
        for (int i = 0; i < REMEMBERED; i++) {
            if (hashes[i] == hash && counts[i] > 0) {
                return i;
            }
        }
        return REMEMBERED;
    }

    private void moveToFront(int place, long hash, int count) {
        System.arraycopy(hashes, 0, hashes, 1, place);
        System.arraycopy(counts, 0, counts, 1, place);
        hashes[0] = hash;
        counts[0] = count;
    }

    /** FNV-1a, begun with the length. */
    private static long hash(ByteBuffer payload) {
        long hash = 0xCBF29CE484222325L ^ payload.remaining();
        for (int i = payload.position(); i < payload.limit(); i++) {
            hash = (hash ^ payload.get(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
