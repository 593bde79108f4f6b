package pingmonitor.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which report is asked for.
 *
 * @param run the file of the run, or {@code last}
 * @param from the earliest moment, as typed
 * @param to the first moment that is no more in it, as typed
 * @param losses how many losses in a row are an outage
 * @param output the file to write; empty for the standard output
 */
record ReportRequest(
        String run,
        Optional<String> from,
        Optional<String> to,
        ReportForm form,
        int losses,
        Optional<Path> output) {}
