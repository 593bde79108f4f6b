package pingmonitor.store;

import java.nio.file.Path;

/**
 * The file of a run that goes on.
 *
 * @param closed is told when nothing is written any more
 */
record OpenRun(Path file, RunFileWriter writer, Runnable closed) {}
