package pingmonitor.ui.results;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.report.ProblemText;
import pingmonitor.session.LossLocations;
import pingmonitor.session.Statistics;
import pingmonitor.ui.results.RunHeadline.Phrase;

/**
 * Finds the headline of a run: what happened in it, as its figures show. What that may mean and what to try next is
 * left to the diagnosis.
 */
final class RunHeadlineRules {
    private static final Set<Problem.Kind> SAID_BY_THE_DIAGNOSIS =
            EnumSet.of(
                    Problem.Kind.NAME_NOT_FOUND, Problem.Kind.NO_ROUTE, Problem.Kind.NOT_PERMITTED);

    private final LocalizedFigures figures;
    private final ProblemText problems;

    RunHeadlineRules(LocalizedFigures figures, ProblemText problems) {
        this.figures = figures;
        this.problems = problems;
    }

    /**
     * What is known about the run.
     *
     * @param plan what the run was to do
     * @param statistics its figures
     * @param outcome how it ended; empty while it goes on
     * @param problem why it failed
     * @param heard whether anything came from the server
     */
    record RunFacts(
            PingPlan plan,
            Statistics statistics,
            Optional<Outcome> outcome,
            Optional<Problem> problem,
            boolean heard) {}

    /** The headline for these facts. */
    RunHeadline headline(RunFacts facts) {
        Statistics statistics = facts.statistics();
        boolean running = facts.outcome().isEmpty();
        if (facts.outcome().filter(Outcome.FAILED::equals).isPresent()) {
            return failed(facts);
        }
        if (statistics.unreachable() > 0) {
            return refused(facts);
        }
        if (running) {
            return soFar(statistics);
        }
        if (statistics.settled() == 0) {
            return nothingSettled(facts);
        }
        if (statistics.received() == 0) {
            return noneInTime(facts);
        }
        return statistics.lost() > 0 ? someLost(facts) : allAnswered(facts);
    }

    private RunHeadline failed(RunFacts facts) {
        List<Phrase> sentences = new ArrayList<>();
        addProblem(facts, sentences);
        boolean begun = facts.statistics().sent() > 0;
        if (begun) {
            sentences.add(Phrase.of("verdict.failed.kept"));
        }
        Phrase title =
                begun ? Phrase.of("verdict.failed.midway") : Phrase.of("verdict.failed.start");
        return new RunHeadline(Severity.DANGER, title, sentences);
    }

    private RunHeadline refused(RunFacts facts) {
        Statistics statistics = facts.statistics();
        String port = Integer.toString(facts.plan().port());
        String host = facts.plan().host();
        boolean both = statistics.portUnreachable() > 0 && statistics.hostUnreachable() > 0;
        if (facts.heard() || both) {
            return refusedAtTimes(statistics);
        }
        return new RunHeadline(
                Severity.DANGER,
                statistics.hostUnreachable() > 0
                        ? Phrase.of("verdict.noHost", host)
                        : Phrase.of("verdict.refused", port, host),
                List.of());
    }

    /** The more frequent of the two refusals is the title. */
    private static RunHeadline refusedAtTimes(Statistics statistics) {
        long settled = statistics.settled();
        Phrase port = Phrase.of("verdict.refused.some", statistics.portUnreachable(), settled);
        Phrase host = Phrase.of("verdict.noHost.some", statistics.hostUnreachable(), settled);
        boolean portFirst = statistics.portUnreachable() >= statistics.hostUnreachable();
        boolean both = statistics.portUnreachable() > 0 && statistics.hostUnreachable() > 0;
        List<Phrase> sentences = both ? List.of(portFirst ? host : port) : List.of();
        return new RunHeadline(Severity.WARNING, portFirst ? port : host, sentences);
    }

    private RunHeadline soFar(Statistics statistics) {
        if (statistics.settled() == 0) {
            return new RunHeadline(Severity.NEUTRAL, Phrase.of("verdict.waiting"), List.of());
        }
        Phrase title =
                statistics.lost() == 0
                        ? Phrase.of("verdict.soFar.all", statistics.settled())
                        : Phrase.of("verdict.soFar.lost", statistics.lost(), statistics.settled());
        return new RunHeadline(Severity.NEUTRAL, title, List.of());
    }

    private RunHeadline nothingSettled(RunFacts facts) {
        if (facts.statistics().sendFailed() > 0) {
            List<Phrase> sentences = new ArrayList<>();
            addProblem(facts, sentences);
            return new RunHeadline(Severity.DANGER, Phrase.of("verdict.notSent"), sentences);
        }
        return new RunHeadline(
                Severity.NEUTRAL,
                Phrase.of("verdict.stopped"),
                List.of(Phrase.of("verdict.stopped.text")));
    }

    private RunHeadline noneInTime(RunFacts facts) {
        Statistics statistics = facts.statistics();
        List<Phrase> sentences = new ArrayList<>();
        if (statistics.lossPlaces().known() > 0) {
            places(statistics, sentences);
        }
        notSent(facts, sentences);
        return statistics.late() > 0
                ? new RunHeadline(
                        Severity.WARNING,
                        Phrase.of("verdict.onlyLate", statistics.late(), statistics.settled()),
                        sentences)
                : new RunHeadline(
                        Severity.DANGER,
                        Phrase.of("verdict.silence", statistics.settled()),
                        sentences);
    }

    private RunHeadline someLost(RunFacts facts) {
        Statistics statistics = facts.statistics();
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(interval(statistics));
        if (statistics.lossPlaces().known() > 0) {
            places(statistics, sentences);
        } else if (statistics.late() == 0) {
            sentences.add(Phrase.of("verdict.lost.where"));
        }
        notSent(facts, sentences);
        unverified(statistics, sentences);
        return new RunHeadline(
                Severity.INFO,
                Phrase.of("verdict.lost", statistics.lost(), statistics.settled()),
                sentences);
    }

    private RunHeadline allAnswered(RunFacts facts) {
        Statistics statistics = facts.statistics();
        List<Phrase> sentences = new ArrayList<>();
        notSent(facts, sentences);
        sentences.add(interval(statistics));
        unverified(statistics, sentences);
        return new RunHeadline(
                statistics.sendFailed() > 0 ? Severity.WARNING : Severity.SUCCESS,
                Phrase.of("verdict.answered", statistics.settled()),
                sentences);
    }

    /** Adds where the pings were lost, as the server said. */
    private static void places(Statistics statistics, List<Phrase> sentences) {
        LossLocations places = statistics.lossPlaces();
        addUnlessZero(sentences, "verdict.lost.there", places.there());
        addUnlessZero(sentences, "verdict.lost.server", places.server());
        addUnlessZero(sentences, "verdict.lost.limited", places.limited());
        addUnlessZero(sentences, "verdict.lost.back", places.back());
        long unknown = statistics.timedOut() + statistics.unreachable() - places.known();
        addUnlessZero(sentences, "verdict.lost.unknown", unknown);
    }

    private static void addUnlessZero(List<Phrase> sentences, String key, long count) {
        if (count > 0) {
            sentences.add(Phrase.of(key, count));
        }
    }

    private Phrase interval(Statistics statistics) {
        String range =
                statistics.lossInterval().map(figures::percentRange).orElse(LocalizedFigures.NONE);
        return Phrase.of("verdict.interval", statistics.settled(), range);
    }

    private void addProblem(RunFacts facts, List<Phrase> sentences) {
        facts.problem()
                .filter(problem -> !SAID_BY_THE_DIAGNOSIS.contains(problem.kind()))
                .map(problem -> Phrase.of("verdict.problem", problems.of(problem)))
                .ifPresent(sentences::add);
    }

    private void notSent(RunFacts facts, List<Phrase> sentences) {
        if (facts.statistics().sendFailed() > 0) {
            sentences.add(Phrase.of("verdict.someNotSent", facts.statistics().sendFailed()));
            addProblem(facts, sentences);
        }
        if (facts.statistics().missed() > 0) {
            sentences.add(Phrase.of("verdict.missed", facts.statistics().missed()));
        }
    }

    private static void unverified(Statistics statistics, List<Phrase> sentences) {
        if (statistics.unverified() > 0) {
            sentences.add(Phrase.of("verdict.unverified", statistics.unverified()));
        }
    }
}
