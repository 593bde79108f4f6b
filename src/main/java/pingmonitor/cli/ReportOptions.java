package pingmonitor.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pingmonitor.ping.TargetPlan;

/** The options of {@code report}. */
@Command(name = "report")
final class ReportOptions extends CommandOptions {
    private static final String JSON_KEY = "report.json";

    @Parameters(index = "0", paramLabel = "${bundle:label.run}", descriptionKey = "report.file")
    private String run = "";

    @Option(names = "--from", paramLabel = "${bundle:label.moment}")
    private Optional<String> from;

    @Option(names = "--to", paramLabel = "${bundle:label.moment}")
    private Optional<String> to;

    @Option(names = "--text")
    private boolean text;

    @Option(names = "--json", descriptionKey = JSON_KEY)
    private boolean json;

    @Option(names = "--csv")
    private boolean csv;

    @Option(names = "--html")
    private boolean html;

    @Option(names = "--pcapng")
    private boolean pcapng;

    @Option(names = "--losses", paramLabel = "N")
    private Optional<String> losses;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "${bundle:label.file}")
    private Optional<String> output;

    ReportOptions(Locale locale) {
        super(locale);
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        Optional<Path> file = output.map(this::path);
        ReportRequest request = new ReportRequest(run, from, to, form(file), losses(), file);
        return new ReportCommand(terminal, engines.keptRuns(), ending).run(request);
    }

    /** As asked for, or as the name of the file says. */
    private ReportForm form(Optional<Path> file) {
        Optional<ReportForm> asked = askedForm();
        Optional<String> suffix = file.flatMap(ReportForm::suffixOf);
        if (suffix.isEmpty()) {
            return asked.orElse(ReportForm.TEXT);
        }
        String name = file.get().toString();
        Optional<ReportForm> named = ReportForm.ofSuffix(suffix.get());
        if (asked.isEmpty()) {
            return named.orElseThrow(
                    () -> failure("error.report.suffix", name, "." + suffix.get()));
        }
        // A suffix that says nothing else is the person's own.
        if (named.isPresent() && !named.equals(asked)) {
            throw failure(
                    "error.report.otherForm",
                    asked.get().option(),
                    name,
                    "." + asked.get().suffix(),
                    named.get().option());
        }
        return asked.get();
    }

    private Optional<ReportForm> askedForm() {
        List<ReportForm> forms = Arrays.asList(ReportForm.values());
        for (ReportForm one : forms) {
            for (ReportForm other : forms.subList(one.ordinal() + 1, forms.size())) {
                notTogether(one.option(), other.option());
            }
        }
        if (json) {
            return Optional.of(ReportForm.JSON);
        } else if (csv) {
            return Optional.of(ReportForm.CSV);
        } else if (html) {
            return Optional.of(ReportForm.HTML);
        } else if (pcapng) {
            return Optional.of(ReportForm.PCAPNG);
        }
        return text ? Optional.of(ReportForm.TEXT) : Optional.empty();
    }

    private int losses() {
        return losses.map(this::losses).orElse(TargetPlan.DEFAULT_MIN_LOSSES);
    }

    private int losses(String typed) {
        int max = TargetPlan.MAX_MIN_LOSSES;
        boolean isNumber = typed.strip().matches("\\d{1,4}");
        int number = isNumber ? Integer.parseInt(typed.strip()) : 0;
        if (number < 1 || number > max) {
            throw failure("error.losses", typed, Integer.toString(max));
        }
        return number;
    }

    private Path path(String typed) {
        if (typed.isBlank()) {
            throw failure("error.report.noName");
        }
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw failure("error.report.write", typed, e.getReason());
        }
    }
}
