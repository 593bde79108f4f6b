package pingmonitor.cli;

import java.nio.file.Path;
import java.util.List;
import pingmonitor.store.DeletedRun;
import pingmonitor.store.HistoryEntry;
import pingmonitor.store.SpacePlan;

/** What {@code history} prints: in words, or as JSON. */
interface HistoryLines {
    /**
     * The list.
     *
     * @param shown the runs, the newest first
     * @param found number of runs that were looked for
     * @param kept number of all runs
     */
    List<String> list(List<HistoryEntry> shown, int found, int kept, SpacePlan space);

    /** All that is known of one run. */
    List<String> one(HistoryEntry entry);

    /** A run was deleted. */
    List<String> deleted(HistoryEntry entry, DeletedRun deleted);

    /** A run is back. */
    List<String> putBack(Path file);

    /** The limit was changed. */
    List<String> limited(long limitBytes);
}
