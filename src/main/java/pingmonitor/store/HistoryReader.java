package pingmonitor.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Predicate;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.StretchSummary;

/** Finds out of a run's file what a list says of it. */
final class HistoryReader {
    private static final Logger LOG = System.getLogger(HistoryReader.class.getName());

    private final Predicate<Path> goesOnHere;

    /**
     * @param goesOnHere whether this program is writing a file
     */
    HistoryReader(Predicate<Path> goesOnHere) {
        this.goesOnHere = goesOnHere;
    }

    /**
     * Reads one file.
     *
     * @param hasMark whether beside it there is a file that tells of its being written
     * @return empty when the file is there no more
     */
    Optional<HistoryEntry> entry(Path file, BasicFileAttributes attributes, boolean hasMark) {
        // Before the file is read: what ended in between is shown as going on, and not as cut off.
        Optional<RunState> goesOn = goesOn(file, hasMark);
        try (KeptSession run = KeptSession.open(file)) {
            RunState state = goesOn.orElseGet(() -> ended(run));
            return Optional.of(
                    entry(file, attributes, state, run.isDamaged(), Optional.of(facts(run))));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (RunFileException e) {
            return Optional.of(unreadable(file, attributes, RunState.of(e.kind())));
        } catch (DamagedFileException | RuntimeException damaged) {
            LOG.log(Logger.Level.DEBUG, "reading " + file, damaged);
            return Optional.of(unreadable(file, attributes, RunState.DAMAGED));
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "reading " + file, e);
            return Optional.of(unreadable(file, attributes, RunState.NOT_READABLE));
        }
    }

    private Optional<RunState> goesOn(Path file, boolean hasMark) {
        if (goesOnHere.test(file)) {
            return Optional.of(RunState.GOES_ON_HERE);
        }
        return hasMark && WritingMark.isHeld(file)
                ? Optional.of(RunState.GOES_ON_ELSEWHERE)
                : Optional.empty();
    }

    private static RunState ended(KeptSession run) {
        Optional<PingEvent.Outcome> outcome = run.outcome();
        if (outcome.isEmpty()) {
            return RunState.CUT_OFF;
        }
        return switch (outcome.get()) {
            case COMPLETED -> RunState.COMPLETED;
            case STOPPED -> RunState.STOPPED;
            case FAILED -> RunState.FAILED;
        };
    }

    private static RunFacts facts(KeptSession run) {
        StretchSummary sum = run.summary();
        return new RunFacts(
                RunLabels.name(run.plan().host()),
                run.plan().port(),
                run.name(),
                run.note(),
                run.isPinned(),
                run.zone(),
                run.startedAt(),
                run.duration(),
                sum.sent(),
                sum.settled(),
                sum.lost(),
                sum.percentileNanos(50));
    }

    private static HistoryEntry unreadable(
            Path file, BasicFileAttributes attributes, RunState state) {
        return entry(file, attributes, state, false, Optional.empty());
    }

    private static HistoryEntry entry(
            Path file,
            BasicFileAttributes attributes,
            RunState state,
            boolean isDamaged,
            Optional<RunFacts> facts) {
        return new HistoryEntry(
                file,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                state,
                isDamaged,
                facts);
    }
}
