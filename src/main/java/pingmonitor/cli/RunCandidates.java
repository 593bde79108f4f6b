package pingmonitor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pingmonitor.report.FigureText;
import pingmonitor.report.LocalTimeText;
import pingmonitor.store.HistoryEntry;
import pingmonitor.text.Messages;

/** What is said where a word may mean several runs: each with what names it alone. */
final class RunCandidates {
    private static final int MAX_LISTED = 10;

    private RunCandidates() {}

    static CommandFailedException failure(String word, List<HistoryEntry> runs, Locale locale) {
        Messages messages = Messages.beside(RunCandidates.class, locale);
        List<String> lines = new ArrayList<>();
        runs.stream().limit(MAX_LISTED).forEach(run -> lines.add("  " + line(run, locale)));
        if (runs.size() > MAX_LISTED) {
            lines.add("  …");
        }
        return new CommandFailedException(
                messages.text("error.run.several", word, Integer.toString(runs.size())), lines);
    }

    private static String line(HistoryEntry run, Locale locale) {
        return run.facts()
                .map(
                        facts ->
                                run.fileName()
                                        + "  "
                                        + new LocalTimeText(locale, facts.zone())
                                                .dayAndClock(run.at())
                                        + "  "
                                        + FigureText.endpoint(facts.host(), facts.port()))
                .orElseGet(run::fileName);
    }
}
