package pingmonitor.cli;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.discovery.FoundServer;

/** What is different from one moment of a search to the next. */
sealed interface FindChange {
    FoundServer server();

    /** It is there now, or has other addresses now. */
    record Found(FoundServer server) implements FindChange {}

    /** It was there. */
    record Gone(FoundServer server) implements FindChange {}

    /** In the order of the lists, what has gone first. */
    static List<FindChange> between(List<FoundServer> before, List<FoundServer> after) {
        List<FindChange> changes = new ArrayList<>();
        for (FoundServer each : before) {
            if (after.stream().noneMatch(each::isSame)) {
                changes.add(new Gone(each));
            }
        }
        for (FoundServer each : after) {
            if (!before.contains(each)) {
                changes.add(new Found(each));
            }
        }
        return changes;
    }
}
