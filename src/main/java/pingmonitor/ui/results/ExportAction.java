package pingmonitor.ui.results;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import javafx.stage.Window;
import pingmonitor.session.SessionView;
import pingmonitor.settings.ReadOnlyFileException;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** Saves the selected run in a file that the person chooses. */
public final class ExportAction {
    private static final Logger LOG = System.getLogger(ExportAction.class.getName());

    private final RunListModel runs;
    private final Locale locale;
    private final Messages messages;
    private final FileChoice choice;
    private final Consumer<Notice> told;

    /**
     * @param folder where the dialog opens
     * @param told takes the result, on the FX thread
     */
    public ExportAction(
            RunListModel runs, Locale locale, SaveFolder folder, Consumer<Notice> told) {
        this(runs, locale, new FileDialog(locale, folder), told);
    }

    ExportAction(RunListModel runs, Locale locale, FileChoice choice, Consumer<Notice> told) {
        this.runs = runs;
        this.locale = locale;
        this.messages = Messages.beside(ExportAction.class, locale);
        this.choice = choice;
        this.told = told;
    }

    /** Asks for a file and saves the run in the format of the file's suffix. It proposes CSV. */
    public void save(Optional<Window> owner) {
        save(owner, ExportFormat.CSV);
    }

    /** The same, but it proposes the console text. */
    public void saveConsole(Optional<Window> owner) {
        save(owner, ExportFormat.CONSOLE);
    }

    private void save(Optional<Window> owner, ExportFormat proposed) {
        Optional<RunModel> run = runs.selectedProperty().get();
        if (run.isEmpty()) {
            told.accept(new Notice(Severity.INFO, messages.text("export.nothing")));
            return;
        }
        String name =
                ExportFile.proposedName(run.get().session(), proposed, ZoneId.systemDefault());
        try {
            choice.choose(owner, name, proposed)
                    .map(chosen -> ExportTarget.of(chosen, proposed))
                    .ifPresent(target -> save(run.get(), target));
        } catch (InvalidPathException unfit) {
            // In the locale C, or in one that is not installed, which cannot show the name either.
            told.accept(new Notice(Severity.DANGER, messages.text("export.unusable")));
        }
    }

    private void save(RunModel run, ExportTarget target) {
        Path file = target.file();
        SessionView session = run.session();
        // While the file is written more pings may come, of which some get into it.
        long pings = session.rowCount();
        Task<Void> writing =
                new Task<>() {
                    @Override
                    protected Void call() throws IOException {
                        if (target.renamed() && Files.exists(file)) {
                            throw new FileAlreadyExistsException(file.toString());
                        }
                        ExportFile.write(session, target.format(), locale, file);
                        return null;
                    }
                };
        writing.setOnSucceeded(
                event -> {
                    run.savedUpTo(pings);
                    told.accept(
                            new Notice(
                                    Severity.SUCCESS,
                                    messages.text("export.saved", file.toString())));
                });
        writing.setOnFailed(event -> failed(writing.getException(), file));
        // Not a daemon, so that the file is finished when the window closes meanwhile.
        new Thread(writing, "export").start();
    }

    private void failed(Throwable cause, Path file) {
        if (!(cause instanceof IOException)) {
            LOG.log(Logger.Level.ERROR, "saving a run broke", cause);
        }
        told.accept(failure(cause, file));
    }

    private Notice failure(Throwable cause, Path file) {
        if (cause instanceof FileAlreadyExistsException) {
            return failure("export.exists", file);
        }
        if (cause instanceof ReadOnlyFileException) {
            return failure("export.readOnly", file);
        }
        if (cause instanceof AccessDeniedException) {
            return failure("export.denied", file);
        }
        if (cause instanceof NoSuchFileException) {
            return failure("export.noFolder", file);
        }
        String reason =
                cause instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason()
                        : String.valueOf(cause.getMessage());
        return new Notice(Severity.DANGER, messages.text("export.failed", file.toString(), reason));
    }

    private Notice failure(String key, Path file) {
        return new Notice(Severity.DANGER, messages.text(key, file.toString()));
    }
}
