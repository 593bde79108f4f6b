package pingmonitor.report.pcapng;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.SessionView;

/**
 * The duplicate replies of which a session knows more than their number. The journal keeps a bounded number of them.
 *
 * @param bySequence in order of arrival
 * @param unknown how many more there were
 */
record DuplicateReplies(Map<Long, List<PingEvent.Duplicate>> bySequence, long unknown) {
    private static final int PORTION = 1_000;

    static DuplicateReplies of(SessionView session) {
        Map<Long, List<PingEvent.Duplicate>> found = new HashMap<>();
        long all = session.statistics().duplicates();
        // Usually there are none, and a long journal takes its time.
        long size = all == 0 ? 0 : session.journalSize();
        long known = 0;
        for (long from = 0; from < size && known < all; from += PORTION) {
            for (PingEvent event : session.journal(from, Math.min(size, from + PORTION))) {
                if (event instanceof PingEvent.Duplicate duplicate) {
                    known++;
                    found.computeIfAbsent(duplicate.sequence(), none -> new ArrayList<>())
                            .add(duplicate);
                }
            }
        }
        return new DuplicateReplies(found, Math.max(0, all - known));
    }

    List<PingEvent.Duplicate> of(long sequence) {
        return bySequence.getOrDefault(sequence, List.of());
    }
}
