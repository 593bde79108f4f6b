package pingmonitor.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.report.HarmlessText;
import pingmonitor.session.StatisticsState;
import pingmonitor.store.KeepingProblem;
import pingmonitor.store.RunKeeper;
import pingmonitor.text.Messages;

/** Has the run of {@code ping} kept, if that is asked for. A run that never begins leaves no file. */
final class RunSaving {
    private final Optional<Function<Supplier<StatisticsState>, RunKeeper>> factory;
    private volatile Optional<RunKeeper> keeper = Optional.empty();

    private RunSaving(Optional<Function<Supplier<StatisticsState>, RunKeeper>> factory) {
        this.factory = factory;
    }

    /** Keeps nothing. */
    static RunSaving none() {
        return new RunSaving(Optional.empty());
    }

    /** Keeps the run under a name, which may be empty. */
    static RunSaving by(RunKeeper.Factory factory, PingPlan plan, String name) {
        return new RunSaving(Optional.of(figures -> factory.keep(plan, figures, name)));
    }

    /** Takes an event after the session took it. */
    void take(PingEvent event, Supplier<StatisticsState> figures) {
        if (event instanceof PingEvent.Started) {
            keeper = factory.map(make -> make.apply(figures));
        }
        keeper.ifPresent(writer -> writer.take(event));
    }

    /** Closes the file and says where it is, or why there is none; waits for the disk. */
    List<String> close(Terminal terminal, boolean json) {
        if (keeper.isEmpty()) {
            return List.of();
        }
        keeper.get().close();
        Messages messages = Messages.beside(RunSaving.class, terminal.locale());
        keeper.get()
                .problem()
                .ifPresent(problem -> terminal.err().println(text(problem, messages)));
        return keeper.get().file().stream()
                .map(
                        file ->
                                json
                                        ? JsonLines.of(new Kept("kept", file.toString()))
                                        : messages.text(
                                                "ping.kept", HarmlessText.of(file.toString())))
                .toList();
    }

    /** Whether nothing of a run is kept that was to be; to be asked after {@link #close}. */
    boolean isLost() {
        return keeper.filter(made -> made.problem().isPresent() && made.file().isEmpty())
                .isPresent();
    }

    private record Kept(String event, String file) {}

    private String text(KeepingProblem problem, Messages messages) {
        String key =
                switch (problem.kind()) {
                    case DISK_FULL -> isLost() ? "ping.notKept.full" : "ping.keeping.full";
                    case NOT_PERMITTED -> "ping.keeping.permission";
                    case TOO_SLOW, OTHER -> isLost() ? "ping.notKept.other" : "ping.keeping.other";
                };
        return messages.text(key, HarmlessText.of(problem.detail()));
    }
}
