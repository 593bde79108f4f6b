package pingmonitor.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code history}. */
@Command(name = "history")
final class HistoryOptions extends CommandOptions {
    /** What is done with one run, or with all of them; one at a time. */
    private static final List<String> ACTIONS =
            List.of(
                    "--rename",
                    "--note",
                    "--pin",
                    "--unpin",
                    "--delete",
                    "--undo",
                    "--space",
                    "--search");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "${bundle:label.run}",
            descriptionKey = "history.run")
    private Optional<String> run;

    @Option(names = "--search", paramLabel = "${bundle:label.word}")
    private Optional<String> search;

    @Option(
            names = {"-n", "--max"},
            paramLabel = "N")
    private Optional<String> max;

    @Option(names = "--rename", paramLabel = NAME)
    private Optional<String> rename;

    @Option(names = "--note", paramLabel = "${bundle:label.text}")
    private Optional<String> note;

    @Option(names = "--pin")
    private boolean pin;

    @Option(names = "--unpin")
    private boolean unpin;

    @Option(names = "--delete")
    private boolean delete;

    @Option(names = "--undo")
    private boolean undo;

    @Option(names = "--space", paramLabel = "${bundle:label.size}|off")
    private Optional<String> space;

    @Option(names = "--json", descriptionKey = "history.json")
    private boolean json;

    HistoryOptions(Locale locale) {
        super(locale);
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        for (String one : ACTIONS) {
            for (String other : ACTIONS.subList(ACTIONS.indexOf(one) + 1, ACTIONS.size())) {
                notTogether(one, other);
            }
        }
        ending.codeWillBe(Cli.ERROR);
        HistoryCommand command = new HistoryCommand(terminal, engines, json);
        if (undo) {
            return command.undo();
        } else if (space.isPresent()) {
            return command.limitSpace(megabytes(space.get()));
        }
        Optional<HistoryCommand.Change> change = change();
        if (change.isPresent()) {
            return command.change(run.orElseThrow(this::runMissing), change.get());
        } else if (delete) {
            return command.delete(run.orElseThrow(this::runMissing));
        }
        return run.map(command::show).orElseGet(() -> command.list(search.orElse(""), max()));
    }

    private Optional<HistoryCommand.Change> change() {
        if (rename.isPresent()) {
            return Optional.of((history, entry) -> history.rename(entry, rename.get()));
        } else if (note.isPresent()) {
            return Optional.of((history, entry) -> history.note(entry, note.get()));
        } else if (pin || unpin) {
            return Optional.of((history, entry) -> history.pin(entry, pin));
        }
        return Optional.empty();
    }

    private CommandFailedException runMissing() {
        return failure("error.history.runMissing", howToGetHelp());
    }

    private long max() {
        return max.map(
                        typed ->
                                Optional.of(typed.strip())
                                        .filter(text -> text.matches("\\d{1,9}"))
                                        .map(Long::parseLong)
                                        .filter(number -> number > 0)
                                        .orElseThrow(() -> failure("error.history.max", typed)))
                .orElse(Long.MAX_VALUE);
    }

    private long megabytes(String typed) {
        return SizeText.megabytes(typed).orElseThrow(() -> failure("error.history.space", typed));
    }
}
