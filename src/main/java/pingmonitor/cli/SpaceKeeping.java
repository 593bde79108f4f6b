package pingmonitor.cli;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.List;
import java.util.stream.Collectors;
import pingmonitor.store.HistoryEntry;
import pingmonitor.store.RunHistory;
import pingmonitor.store.SpacePlan;
import pingmonitor.text.Messages;

/**
 * Keeps to the limit on disk space before a run that is to be kept begins, and says on stderr what went and what would
 * go next. Nothing goes that was not said before. Whatever is in the way, the run begins.
 */
final class SpaceKeeping {
    private static final int MAX_NAMED = 3;

    private SpaceKeeping() {}

    static void beforeRun(Terminal terminal, EngineFactories engines) {
        try {
            RunHistory history = engines.histories().get();
            long limit = engines.settings().get().peek().runs().limitBytes();
            SpacePlan plan = history.space(limit);
            if (!plan.isNearLimit()) {
                return;
            }
            Messages messages = Messages.beside(SpaceKeeping.class, terminal.locale());
            List<HistoryEntry> gone = history.makeRoom(plan);
            if (!gone.isEmpty()) {
                terminal.err().println(said("space.made", messages, gone, gone.size()));
            }
            SpacePlan next = history.space(limit);
            history.announced(next);
            if (next.isNearLimit()) {
                terminal.err()
                        .println(
                                messages.text(
                                        "space.near",
                                        SizeText.of(next.usedBytes()),
                                        SizeText.of(next.limitBytes())));
                terminal.err()
                        .println(
                                next.next().isEmpty()
                                        ? messages.text("space.next.none")
                                        : said(
                                                "space.next",
                                                messages,
                                                next.next(),
                                                next.next().size()));
            }
        } catch (IOException | RuntimeException e) {
            System.getLogger(SpaceKeeping.class.getName())
                    .log(Logger.Level.DEBUG, "looking for room on the disk", e);
        }
    }

    private static String said(String key, Messages messages, List<HistoryEntry> runs, int number) {
        String names =
                runs.stream()
                        .limit(MAX_NAMED)
                        .map(HistoryEntry::fileName)
                        .collect(Collectors.joining(", "));
        long bytes = runs.stream().mapToLong(HistoryEntry::sizeBytes).sum();
        return messages.text(
                key, number, SizeText.of(bytes), number > MAX_NAMED ? names + ", …" : names);
    }
}
