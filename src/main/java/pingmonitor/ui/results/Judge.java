package pingmonitor.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.PingEvent.Refusal;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.session.LossPlaces;
import pingmonitor.session.ProblemText;
import pingmonitor.session.Statistics;
import pingmonitor.ui.results.Verdict.Phrase;

/** Says what the figures of a run mean, and claims no more than they show: silence proves nothing. */
final class Judge {
    private final Figures figures;
    private final ProblemText problems;

    Judge(Figures figures, ProblemText problems) {
        this.figures = figures;
        this.problems = problems;
    }

    /**
     * What is known when judging.
     *
     * @param plan what the run was to do
     * @param statistics its figures
     * @param outcome how it ended; empty while it goes on
     * @param problem why it failed
     * @param refusal what the network last said cannot be reached
     * @param slowestLateNanos the longest RTT of the replies that came too late
     */
    record Evidence(
            PingPlan plan,
            Statistics statistics,
            Optional<Outcome> outcome,
            Optional<Problem> problem,
            Optional<Refusal> refusal,
            OptionalLong slowestLateNanos) {}

    /** What there is to say. */
    Verdict judge(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        boolean running = evidence.outcome().isEmpty();
        if (evidence.outcome().filter(Outcome.FAILED::equals).isPresent()) {
            return failed(evidence);
        }
        if (statistics.unreachable() > 0) {
            return refused(evidence);
        }
        if (running) {
            return soFar(statistics);
        }
        if (statistics.settled() == 0) {
            return nothingSettled(evidence);
        }
        if (statistics.received() == 0) {
            return statistics.late() > 0 ? onlyLate(evidence) : silence(evidence);
        }
        return statistics.lost() > 0 ? someLost(evidence) : allAnswered(evidence);
    }

    private Verdict failed(Evidence evidence) {
        List<Phrase> sentences = new ArrayList<>();
        evidence.problem().ifPresent(problem -> sentences.add(words(problem)));
        boolean begun = evidence.statistics().sent() > 0;
        if (begun) {
            sentences.add(Phrase.of("verdict.failed.kept"));
        }
        Phrase title =
                begun ? Phrase.of("verdict.failed.midway") : Phrase.of("verdict.failed.start");
        return new Verdict(Severity.DANGER, title, sentences);
    }

    private Verdict refused(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        String port = Integer.toString(evidence.plan().port());
        String host = evidence.plan().host();
        boolean noHost = evidence.refusal().equals(Optional.of(Refusal.HOST));
        if (statistics.received() > 0) {
            return new Verdict(
                    Severity.WARNING,
                    Phrase.of(
                            "verdict.refused.some", statistics.unreachable(), statistics.settled()),
                    List.of(
                            noHost
                                    ? Phrase.of("verdict.noHost.some.text")
                                    : Phrase.of(
                                            "verdict.refused.some.text",
                                            statistics.unreachable(),
                                            port)));
        }
        if (noHost) {
            return new Verdict(
                    Severity.DANGER,
                    Phrase.of("verdict.noHost", host),
                    List.of(Phrase.of("verdict.noHost.text")));
        }
        return new Verdict(
                Severity.DANGER,
                Phrase.of("verdict.refused", port, host),
                List.of(Phrase.of("verdict.refused.text")));
    }

    private Verdict soFar(Statistics statistics) {
        if (statistics.settled() == 0) {
            return new Verdict(Severity.NEUTRAL, Phrase.of("verdict.waiting"), List.of());
        }
        Phrase title =
                statistics.lost() == 0
                        ? Phrase.of("verdict.soFar.all", statistics.settled())
                        : Phrase.of("verdict.soFar.lost", statistics.lost(), statistics.settled());
        return new Verdict(Severity.NEUTRAL, title, List.of());
    }

    private Verdict nothingSettled(Evidence evidence) {
        if (evidence.statistics().sendFailed() > 0) {
            return new Verdict(
                    Severity.DANGER,
                    Phrase.of("verdict.notSent"),
                    evidence.problem().map(this::words).stream().toList());
        }
        return new Verdict(
                Severity.NEUTRAL,
                Phrase.of("verdict.stopped"),
                List.of(Phrase.of("verdict.stopped.text")));
    }

    private Verdict onlyLate(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        return new Verdict(
                Severity.WARNING,
                Phrase.of("verdict.onlyLate", statistics.late(), statistics.settled()),
                List.of(
                        slowestLate(evidence),
                        Phrase.of("verdict.onlyLate.text", timeout(evidence.plan()))));
    }

    private Verdict silence(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        List<Phrase> sentences = new ArrayList<>();
        if (statistics.foreign() > 0) {
            sentences.add(Phrase.of("verdict.onlyForeign", statistics.foreign()));
            if (evidence.plan().pacing() instanceof Pacing.FixedRate) {
                sentences.add(Phrase.of("verdict.onlyForeign.fixedRate"));
            }
        } else if (statistics.lossPlaces().known() > 0) {
            places(statistics, sentences);
        } else {
            sentences.add(Phrase.of("verdict.silence.means"));
            sentences.add(
                    Phrase.of(
                            "verdict.silence.next",
                            evidence.plan().host(),
                            Integer.toString(evidence.plan().port())));
        }
        notSent(evidence, sentences);
        return new Verdict(
                Severity.DANGER, Phrase.of("verdict.silence", statistics.settled()), sentences);
    }

    private Verdict someLost(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(interval(statistics));
        if (statistics.late() > 0) {
            sentences.add(
                    Phrase.of("verdict.someLate", statistics.late(), timeout(evidence.plan())));
            sentences.add(slowestLate(evidence));
        }
        if (statistics.lossPlaces().known() > 0) {
            places(statistics, sentences);
        } else if (statistics.late() == 0) {
            sentences.add(Phrase.of("verdict.lost.where"));
        }
        notSent(evidence, sentences);
        unverified(statistics, sentences);
        return new Verdict(
                Severity.INFO,
                Phrase.of("verdict.lost", statistics.lost(), statistics.settled()),
                sentences);
    }

    private Verdict allAnswered(Evidence evidence) {
        Statistics statistics = evidence.statistics();
        List<Phrase> sentences = new ArrayList<>();
        notSent(evidence, sentences);
        sentences.add(interval(statistics));
        unverified(statistics, sentences);
        return new Verdict(
                statistics.sendFailed() > 0 ? Severity.WARNING : Severity.SUCCESS,
                Phrase.of("verdict.answered", statistics.settled()),
                sentences);
    }

    /** Where they were lost, as the server said. */
    private static void places(Statistics statistics, List<Phrase> sentences) {
        LossPlaces places = statistics.lossPlaces();
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
        String range = statistics.lossInterval().map(figures::percentRange).orElse(Figures.NONE);
        return Phrase.of("verdict.interval", statistics.settled(), range);
    }

    private Phrase slowestLate(Evidence evidence) {
        OptionalLong slowest = evidence.slowestLateNanos();
        return Phrase.of(
                "verdict.slowestLate",
                slowest.isPresent() ? figures.duration(slowest.getAsLong()) : Figures.NONE);
    }

    private String timeout(PingPlan plan) {
        return figures.duration(plan.timeout().toNanos());
    }

    private Phrase words(Problem problem) {
        return Phrase.of("verdict.problem", problems.of(problem));
    }

    private void notSent(Evidence evidence, List<Phrase> sentences) {
        if (evidence.statistics().sendFailed() > 0) {
            sentences.add(Phrase.of("verdict.someNotSent", evidence.statistics().sendFailed()));
            evidence.problem().ifPresent(problem -> sentences.add(words(problem)));
        }
        if (evidence.statistics().missed() > 0) {
            sentences.add(Phrase.of("verdict.missed", evidence.statistics().missed()));
        }
    }

    private static void unverified(Statistics statistics, List<Phrase> sentences) {
        if (statistics.unverified() > 0) {
            sentences.add(Phrase.of("verdict.unverified", statistics.unverified()));
        }
    }
}
