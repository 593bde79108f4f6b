package pingmonitor.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;
import pingmonitor.store.DeletedRun;
import pingmonitor.store.HistoryEntry;
import pingmonitor.store.RunFileException;
import pingmonitor.store.RunHistory;
import pingmonitor.store.RunInUseException;
import pingmonitor.store.SpacePlan;
import pingmonitor.text.Messages;

/** {@code history}: the runs that are kept, and what is done with them. */
final class HistoryCommand {
    static final int DONE = 0;

    /** No run is kept, or none is like that. */
    static final int NONE = 1;

    private final Terminal terminal;
    private final RunHistory history;
    private final SettingsStore settings;
    private final HistoryLines lines;
    private final Messages messages;
    private final boolean json;

    /** Changes what is said of a run. */
    @FunctionalInterface
    interface Change {
        void make(RunHistory history, HistoryEntry entry) throws IOException;
    }

    HistoryCommand(Terminal terminal, EngineFactories engines, boolean json) {
        this.terminal = terminal;
        this.history = engines.histories().get();
        this.settings = engines.settings().get();
        this.messages = Messages.beside(HistoryCommand.class, terminal.locale());
        this.json = json;
        this.lines =
                json
                        ? new HistoryJson()
                        : new HistoryText(terminal.locale(), TerminalWidth.columns(terminal));
    }

    /** Lists the runs that have a word; all with an empty one. */
    int list(String word, long max) {
        try {
            List<HistoryEntry> all = history.list();
            List<HistoryEntry> found = word.isBlank() ? all : history.search(word);
            SpacePlan space = history.space(settings.peek().runs().limitBytes());
            print(lines.list(found.stream().limit(max).toList(), found.size(), all.size(), space));
            return found.isEmpty() ? NONE : DONE;
        } catch (IOException e) {
            throw failure("error.history.list", reason(e));
        }
    }

    /** Says all of one run. */
    int show(String word) {
        print(lines.one(named(word)));
        return DONE;
    }

    /** Changes what is said of one run. */
    int change(String word, Change change) {
        HistoryEntry entry = named(word);
        try {
            change.make(history, entry);
            // The name may be another by now, the file is the same.
            print(lines.one(history.find(entry.fileName()).stream().findFirst().orElse(entry)));
            return DONE;
        } catch (RunFileException e) {
            throw switch (e.kind()) {
                case FOREIGN -> failure("error.run.foreign", entry.fileName());
                case NEWER -> failure("error.run.newer", entry.fileName());
                case DAMAGED -> failure("error.run.damaged", entry.fileName());
            };
        } catch (RunInUseException e) {
            throw failure("error.history.written", entry.fileName());
        } catch (IOException e) {
            throw failure("error.history.change", entry.fileName(), reason(e));
        }
    }

    /** Deletes one run, so that it can be put back. */
    int delete(String word) {
        HistoryEntry entry = named(word);
        try {
            print(lines.deleted(entry, history.delete(entry)));
            return DONE;
        } catch (RunInUseException e) {
            throw failure("error.history.written", entry.fileName());
        } catch (IOException e) {
            throw failure("error.history.delete", entry.fileName(), reason(e));
        }
    }

    /** Puts back what was deleted last. */
    int undo() {
        try {
            Optional<DeletedRun> latest = history.deleted().stream().findFirst();
            if (latest.isEmpty()) {
                terminal.err().println(messages.text("history.undo.none"));
                return NONE;
            }
            Path file = history.putBack(latest.get());
            print(lines.putBack(file));
            return DONE;
        } catch (IOException e) {
            throw failure("error.history.undo", reason(e));
        }
    }

    /** Sets the room that the runs may take. */
    int limitSpace(long megabytes) {
        Settings before = settings.peek();
        Settings.Runs runs = new Settings.Runs(before.runs().kept(), megabytes);
        try {
            settings.save(
                    new Settings(
                            before.ping(), before.server(), before.look(), before.window(), runs));
        } catch (IOException e) {
            throw failure("error.history.settings", reason(e));
        }
        print(lines.limited(runs.limitBytes()));
        return DONE;
    }

    private HistoryEntry named(String word) {
        try {
            List<HistoryEntry> found = history.find(word);
            if (found.size() == 1) {
                return found.get(0);
            } else if (found.isEmpty()) {
                throw word.equalsIgnoreCase(RunHistory.LAST)
                        ? failure("error.run.none")
                        : failure("error.run.notFound", word);
            }
            throw RunCandidates.failure(word, found, terminal.locale());
        } catch (IOException e) {
            throw failure("error.history.list", reason(e));
        }
    }

    private void print(List<String> text) {
        text.forEach(line -> terminal.printLine(line, json));
        terminal.out().flush();
    }

    private String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return messages.text("history.denied");
        } else if (e instanceof NoSuchFileException) {
            return messages.text("history.gone");
        }
        boolean hasReason = e instanceof FileSystemException with && with.getReason() != null;
        return hasReason
                ? ((FileSystemException) e).getReason()
                : Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    }

    private CommandFailedException failure(String key, Object... details) {
        return new CommandFailedException(messages.text(key, details));
    }
}
