package pingmonitor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import pingmonitor.report.LocalTimeText;
import pingmonitor.report.MomentInput;
import pingmonitor.report.RowRange;
import pingmonitor.report.RunReport;
import pingmonitor.report.RunReporter;
import pingmonitor.report.TimeWindow;
import pingmonitor.session.SessionView;
import pingmonitor.settings.AtomicFile;
import pingmonitor.settings.ReadOnlyFileException;
import pingmonitor.store.RunFileException;
import pingmonitor.text.Messages;

/** {@code report}: a kept run, or a part of it, in one of several forms. */
final class ReportCommand {
    static final int WRITTEN = 0;

    /** No ping was sent in the time that was asked for. */
    static final int NOTHING = 1;

    private final Terminal terminal;
    private final KeptRun.Opener runs;
    private final Ending ending;
    private final Messages messages;

    ReportCommand(Terminal terminal, KeptRun.Opener runs, Ending ending) {
        this.terminal = terminal;
        this.runs = runs;
        this.ending = ending;
        this.messages = Messages.beside(ReportCommand.class, terminal.locale());
    }

    /**
     * Writes the report; 0 when it is written, 1 when there is no ping in it.
     *
     * @throws CommandFailedException when the run cannot be read or the report not be written
     */
    int run(ReportRequest request) {
        ending.codeWillBe(Cli.ERROR);
        if (request.form().isBinary() && request.output().isEmpty() && terminal.isInteractive()) {
            throw failure("error.report.binary", request.form().option());
        }
        try (KeptRun run = open(request.run())) {
            TimeWindow window = window(request, run);
            Optional<RunReport> report =
                    new RunReporter(run.zone(), request.losses())
                            .report(run.session(), run.series(), window, run.label());
            if (report.isEmpty()) {
                complainOfNothing(run);
                return NOTHING;
            }
            RowRange range = window.rows(run.session());
            write(request, new ReportWriter(terminal.locale(), run, range, report.get()));
            return WRITTEN;
        } catch (IOException e) {
            throw unreadable(request.run(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(request.run(), e.getCause());
        }
    }

    private KeptRun open(String name) {
        try {
            return runs.open(name);
        } catch (NoSuchFileException e) {
            throw name.equalsIgnoreCase(KeptRun.Opener.LAST)
                    ? failure("error.run.none")
                    : failure("error.run.notFound", name);
        } catch (KeptRun.AmbiguousException e) {
            throw RunCandidates.failure(name, e.runs(), terminal.locale());
        } catch (RunFileException e) {
            throw switch (e.kind()) {
                case FOREIGN -> failure("error.run.foreign", name);
                case NEWER -> failure("error.run.newer", name);
                case DAMAGED -> failure("error.run.damaged", name);
            };
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private CommandFailedException unreadable(String name, IOException e) {
        return failure("error.run.unreadable", name, reason(e));
    }

    private TimeWindow window(ReportRequest request, KeptRun run) {
        Instant start = run.session().startedAt().orElse(Instant.EPOCH);
        Optional<Instant> from = request.from().map(typed -> moment("--from", typed, start, run));
        Instant notBefore = from.filter(start::isBefore).orElse(start);
        Optional<Instant> to = request.to().map(typed -> moment("--to", typed, notBefore, run));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw failure("error.report.order", request.from().get(), request.to().get());
        }
        to.ifPresent(end -> refuseNextDay(request, end, notBefore, run));
        return new TimeWindow(from, to);
    }

    /** A time that only the next day has again is a slip where the run was over by midnight. */
    private void refuseNextDay(ReportRequest request, Instant to, Instant notBefore, KeptRun run) {
        SessionView session = run.session();
        LocalTimeText times = times(run);
        if (session.rowCount() == 0 || !times.onSameDay(notBefore, last(session))) {
            return;
        }
        String typed = request.to().orElseThrow();
        Instant midnight = times.at(notBefore).toLocalDate().atStartOfDay(run.zone()).toInstant();
        if (moment("--to", typed, midnight, run).isBefore(to)) {
            String first = times.dayAndClock(session.rows(0, 1).get(0).sentAt());
            String end = times.dayAndClock(last(session));
            throw request.from().isPresent()
                    ? failure("error.report.nextDay", request.from().get(), typed, first, end)
                    : failure("error.report.toBeforeRun", typed, first, end);
        }
    }

    private Instant moment(String option, String typed, Instant notBefore, KeptRun run) {
        return new MomentInput(run.zone())
                .parse(typed, notBefore)
                .orElseThrow(
                        () -> {
                            LocalTimeText times = times(run);
                            Instant start = run.session().startedAt().orElse(Instant.EPOCH);
                            return failure(
                                    "error.report.moment",
                                    typed,
                                    option,
                                    times.dayAndMinute(start).replace(' ', 'T'),
                                    times.minute(start));
                        });
    }

    private LocalTimeText times(KeptRun run) {
        return new LocalTimeText(terminal.locale(), run.zone());
    }

    private void complainOfNothing(KeptRun run) {
        SessionView session = run.session();
        LocalTimeText times = times(run);
        String said =
                session.rowCount() == 0
                        ? messages.text("error.report.empty")
                        : messages.text(
                                "error.report.outside",
                                times.dayAndClock(session.rows(0, 1).get(0).sentAt()),
                                times.dayAndClock(last(session)));
        terminal.err().println(said);
    }

    private static Instant last(SessionView session) {
        long rows = session.rowCount();
        return session.rows(rows - 1, rows).get(0).sentAt();
    }

    private void write(ReportRequest request, ReportWriter writer) throws IOException {
        if (request.output().isPresent()) {
            writeInto(request.output().get(), request.form(), writer);
        } else if (request.form() == ReportForm.TEXT) {
            writer.lines().forEach(line -> terminal.printLine(line, false));
        } else {
            try {
                writer.write(request.form(), new UncodedOutput(terminal.out()));
            } catch (UncodedOutput.LostException e) {
                // Whoever read it has read enough, or the disk is full: the end of the program says
                // so.
                return;
            }
        }
        terminal.out().flush();
    }

    private void writeInto(Path file, ReportForm form, ReportWriter writer) {
        try {
            new AtomicFile(file).writeBytes(out -> writer.write(form, out));
        } catch (ReadOnlyFileException e) {
            throw failure("error.report.readOnly", file.toString());
        } catch (IOException e) {
            throw failure("error.report.write", file.toString(), reason(file, e));
        }
    }

    /** Why a file cannot be written; the system often names a temporary file only. */
    private String reason(Path file, IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return messages.text("error.report.write.isFolder");
        } else if (folder != null && Files.notExists(folder)) {
            return messages.text("error.report.write.noFolder", folder.toString());
        } else if (folder != null && !Files.isDirectory(folder)) {
            return messages.text("error.report.write.notAFolder", folder.toString());
        }
        return e instanceof AccessDeniedException
                ? messages.text("error.report.write.notAllowed")
                : reason(e);
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }

    private CommandFailedException failure(String key, Object... details) {
        return new CommandFailedException(messages.text(key, details));
    }
}
