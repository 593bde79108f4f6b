package pingmonitor.echo;

import java.nio.ByteBuffer;

/**
 * Notices when a client sends the same thing again and again that our answer would not change: that is what another
 * echo server does with our own replies (CVE-2024-2169). Remembers the last {@value #REMEMBERED} such payloads of one
 * client, by hash: a collision costs a reply, no more.
 */
final class LoopGuard {
    static final int REMEMBERED = 64;

    /**
     * How often the same payload is answered. Students' clients and honest tools repeat a text, figures or nothing at
     * all a dozen times; a loop comes to a hundred at once, and must end.
     */
    static final int MAX_REPEATS = 100;

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
        moveToFront(Math.min(place, REMEMBERED - 1), hash, Math.min(count, MAX_REPEATS) + 1);
        return count < MAX_REPEATS;
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
