package pingmonitor.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A run in the list of those that are kept.
 *
 * @param file where it is
 * @param modifiedAt when the file was last written
 * @param isDamaged whether a part of the file does not hold what was written; the facts are of what can be read
 * @param facts empty when nothing can be read; then the state says why
 */
public record HistoryEntry(
        Path file,
        long sizeBytes,
        Instant modifiedAt,
        RunState state,
        boolean isDamaged,
        Optional<RunFacts> facts) {

    static final Comparator<HistoryEntry> NEWEST_FIRST =
            Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::fileName).reversed();

    /** Name of the file. */
    public String fileName() {
        return file.getFileName().toString();
    }

    /** When the run began, as far as that is known. */
    public Instant at() {
        return facts.flatMap(RunFacts::startedAt).orElse(modifiedAt);
    }

    /** Whether it stays when old runs make room. */
    public boolean isPinned() {
        return facts.filter(RunFacts::pinned).isPresent();
    }
}
