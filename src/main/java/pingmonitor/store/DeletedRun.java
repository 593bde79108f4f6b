package pingmonitor.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A run that was deleted and can be put back.
 *
 * @param file where it is now
 * @param original where it was
 * @param at when it was deleted
 */
public record DeletedRun(Path file, Path original, Instant at, long sizeBytes) {}
