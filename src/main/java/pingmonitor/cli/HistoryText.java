package pingmonitor.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import pingmonitor.report.FigureText;
import pingmonitor.report.HarmlessText;
import pingmonitor.report.LocalTimeText;
import pingmonitor.store.DeletedRun;
import pingmonitor.store.HistoryEntry;
import pingmonitor.store.RunFacts;
import pingmonitor.store.RunHistory;
import pingmonitor.store.RunState;
import pingmonitor.store.SpacePlan;
import pingmonitor.text.Messages;

/** Kept runs for people: a table that fits the terminal, in the local time of each run. */
final class HistoryText implements HistoryLines {
    private static final int TIME = 16;
    private static final int TIME_WITH_SECONDS = 19;
    private static final int LENGTH = 7;
    private static final int PINGS = 7;
    private static final int LOSS = 6;
    private static final int MEDIAN = 8;
    private static final int SIZE = 7;

    /** With fewer columns the size is left out. */
    private static final int MIN_COLUMNS_WITH_SIZE = 92;

    private static final int MAX_STATE = 16;
    private static final String PINNED = "* ";

    private final Locale locale;
    private final int columns;
    private final Messages messages;

    HistoryText(Locale locale, int columns) {
        this.locale = locale;
        this.columns = columns;
        this.messages = Messages.beside(HistoryText.class, locale);
    }

    @Override
    public List<String> list(List<HistoryEntry> shown, int found, int kept, SpacePlan space) {
        if (found == 0) {
            return kept > 0
                    ? List.of(messages.text("history.none.matches", kept))
                    : Stream.concat(Stream.of(messages.text("history.none")), deleted(space))
                            .toList();
        }
        List<String> lines = new ArrayList<>(shown.size() + 3);
        boolean seconds = needsSeconds(shown);
        lines.add(
                line(
                        seconds,
                        messages.text("history.time"),
                        messages.text("history.run"),
                        messages.text("history.length"),
                        messages.text("history.pings"),
                        messages.text("history.loss"),
                        messages.text("history.median"),
                        messages.text("history.size"),
                        messages.text("history.state")));
        shown.forEach(entry -> lines.add(line(seconds, entry)));
        lines.add("");
        lines.add(summary(shown.size(), found, space));
        deleted(space).forEach(lines::add);
        if (shown.stream().anyMatch(HistoryEntry::isPinned)) {
            lines.add(messages.text("history.pinned"));
        }
        return lines;
    }

    /** They count for the limit, and are not in the list. */
    private Stream<String> deleted(SpacePlan space) {
        return space.deletedBytes() == 0
                ? Stream.empty()
                : Stream.of(
                        messages.text("history.space.deleted", SizeText.of(space.deletedBytes())));
    }

    private String summary(int shown, int found, SpacePlan space) {
        String used = SizeText.of(space.usedBytes() - space.deletedBytes());
        String runs =
                shown == found
                        ? messages.text("history.summary", found)
                        : messages.text("history.summary.some", shown, found);
        String room =
                space.limitBytes() == 0
                        ? messages.text("history.space.off", used)
                        : messages.text("history.space", used, SizeText.of(space.limitBytes()));
        return runs + " " + room;
    }

    /** Whether two began in the same minute. The seconds tell them apart, and can be typed to name one. */
    private boolean needsSeconds(List<HistoryEntry> shown) {
        Set<String> minutes = new HashSet<>();
        return shown.stream()
                .filter(entry -> entry.facts().isPresent())
                .anyMatch(entry -> !minutes.add(time(false, entry, entry.facts().orElseThrow())));
    }

    private String line(boolean seconds, HistoryEntry entry) {
        String pin = entry.isPinned() ? PINNED : "";
        return entry.facts()
                .map(
                        facts ->
                                line(
                                        seconds,
                                        time(seconds, entry, facts),
                                        pin + run(facts),
                                        length(facts.duration()),
                                        count(facts.sent()),
                                        loss(facts),
                                        median(facts),
                                        SizeText.of(entry.sizeBytes()),
                                        state(entry)))
                .orElseGet(
                        () ->
                                line(
                                        seconds,
                                        "",
                                        entry.fileName(),
                                        "",
                                        "",
                                        "",
                                        "",
                                        SizeText.of(entry.sizeBytes()),
                                        state(entry)));
    }

    private String line(
            boolean seconds,
            String time,
            String run,
            String length,
            String pings,
            String loss,
            String median,
            String size,
            String state) {
        boolean hasSize = columns >= MIN_COLUMNS_WITH_SIZE;
        int stateColumns = hasSize ? MAX_STATE : MAX_STATE - 4;
        int timeColumns = seconds ? TIME_WITH_SECONDS : TIME;
        int fixed = timeColumns + LENGTH + PINGS + LOSS + MEDIAN + stateColumns + 6;
        int runColumns = columns - fixed - (hasSize ? SIZE + 1 : 0);
        String line =
                TextColumns.left(time, timeColumns)
                        + " "
                        + runCell(harmless(run), runColumns)
                        + " "
                        + TextColumns.right(length, LENGTH)
                        + " "
                        + TextColumns.right(pings, PINGS)
                        + " "
                        + TextColumns.right(loss, LOSS)
                        + " "
                        + TextColumns.right(median, MEDIAN)
                        + " "
                        + (hasSize ? TextColumns.right(size, SIZE) + " " : "")
                        + TextColumns.left(state, stateColumns);
        return line.stripTrailing();
    }

    /** A name is known by its beginning, an address by its end. */
    private static String runCell(String run, int columns) {
        return run.endsWith(")")
                ? TextColumns.left(run, columns)
                : TextColumns.leftWithEnd(run, columns);
    }

    @Override
    public List<String> one(HistoryEntry entry) {
        List<String> lines = new ArrayList<>();
        entry.facts().ifPresent(facts -> say(entry, facts, lines));
        lines.add(messages.text("history.one.state", state(entry)));
        lines.add(
                messages.text(
                        "history.one.file",
                        harmless(entry.file().toString()),
                        SizeText.of(entry.sizeBytes())));
        return lines;
    }

    private void say(HistoryEntry entry, RunFacts facts, List<String> lines) {
        lines.add(harmless(run(facts)));
        facts.note().lines().forEach(line -> lines.add("  " + harmless(line)));
        lines.add(
                messages.text(
                        "history.one.time",
                        time(true, entry, facts),
                        new LocalTimeText(locale, facts.zone()).zone(entry.at()),
                        LengthText.of(facts.duration())));
        lines.add(
                messages.text(
                        "history.one.pings",
                        Long.toString(facts.sent()),
                        Long.toString(facts.lost()),
                        loss(facts),
                        median(facts)));
        if (facts.pinned()) {
            lines.add(messages.text("history.one.pinned"));
        }
    }

    @Override
    public List<String> deleted(HistoryEntry entry, DeletedRun deleted) {
        String run = entry.facts().map(HistoryText::run).orElseGet(entry::fileName);
        return List.of(
                messages.text(
                        "history.deleted",
                        harmless(run),
                        Long.toString(RunHistory.DELETED_KEPT_FOR.toDays())));
    }

    @Override
    public List<String> putBack(Path file) {
        return List.of(messages.text("history.undo", harmless(file.toString())));
    }

    @Override
    public List<String> limited(long limitBytes) {
        return List.of(
                limitBytes == 0
                        ? messages.text("history.limit.off")
                        : messages.text("history.limit", SizeText.of(limitBytes)));
    }

    private String time(boolean seconds, HistoryEntry entry, RunFacts facts) {
        LocalTimeText times = new LocalTimeText(locale, facts.zone());
        return seconds ? times.dayAndClock(entry.at()) : times.dayAndMinute(entry.at());
    }

    /** Its name, and whom it pings where that is not in the name. */
    private static String run(RunFacts facts) {
        String target = FigureText.endpoint(facts.host(), facts.port());
        if (facts.name().endsWith(target)) {
            return facts.name();
        }
        return facts.name().isEmpty() ? target : facts.name() + " (" + target + ")";
    }

    private String state(HistoryEntry entry) {
        String word = word(entry.state());
        return entry.isDamaged() ? messages.text("history.state.partly", word) : word;
    }

    private String word(RunState state) {
        return switch (state) {
            case GOES_ON_HERE, GOES_ON_ELSEWHERE -> messages.text("history.state.goesOn");
            case COMPLETED -> messages.text("history.state.completed");
            case STOPPED -> messages.text("history.state.stopped");
            case FAILED -> messages.text("history.state.failed");
            case CUT_OFF -> messages.text("history.state.cutOff");
            case DAMAGED -> messages.text("history.state.damaged");
            case NEWER -> messages.text("history.state.newer");
            case FOREIGN -> messages.text("history.state.foreign");
            case NOT_READABLE -> messages.text("history.state.notReadable");
        };
    }

    private static String loss(RunFacts facts) {
        return facts.loss().isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.1f%%", 100 * facts.loss().getAsDouble());
    }

    private static String median(RunFacts facts) {
        if (facts.medianNanos().isEmpty()) {
            return "-";
        }
        double millis = facts.medianNanos().getAsLong() / 1e6;
        String form = millis < 10 ? "%.3f ms" : millis < 100 ? "%.1f ms" : "%.0f ms";
        return String.format(Locale.ROOT, form, millis);
    }

    private static String count(long pings) {
        return pings < 10_000_000
                ? Long.toString(pings)
                : String.format(Locale.ROOT, "%.1f M", pings / 1e6);
    }

    /** Short: {@code 12.3 s}, {@code 3m05s}, {@code 8h00m}, {@code 12d04h}. */
    private static String length(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return LengthText.of(length);
        } else if (length.compareTo(Duration.ofHours(1)) < 0) {
            return two(length.toMinutes(), "m", length.toSecondsPart(), "s");
        }
        return length.toDays() == 0
                ? two(length.toHours(), "h", length.toMinutesPart(), "m")
                : two(length.toDays(), "d", length.toHoursPart(), "h");
    }

    private static String two(long large, String unit, int small, String smallUnit) {
        return large + unit + (small < 10 ? "0" : "") + small + smallUnit;
    }

    /** Names of files and hosts come as they are. */
    private static String harmless(String text) {
        return HarmlessText.of(text);
    }
}
