package pingmonitor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.RowFold;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;

/** Finds out what the evidence of a run may mean, likeliest first; claims no more than it shows. */
public final class Diagnosis {
    private Diagnosis() {}

    /**
     * Whether there is something to find out about a run: not everything went well, or the replies name their pings
     * oddly.
     */
    public static boolean worthwhile(SessionView session) {
        Statistics statistics = session.statistics();
        return statistics.lost() + statistics.sendFailed() > 0
                || ReplyRules.apply(statistics.matches())
                || session.outcome().filter(Outcome.FAILED::equals).isPresent();
    }

    /**
     * What a session without history has to keep of its rows, so that a run can be judged as by one with all of them.
     */
    public static List<RowFold> folds(PingPlan plan) {
        List<RowFold> folds = new ArrayList<>(PortHistory.folds(plan));
        folds.add(LossPattern.fold(plan));
        return folds;
    }

    /** What it may mean; empty if nothing more can be said than the figures say. */
    public static List<Finding> of(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        SendingRules.add(evidence, findings);
        RefusalRules.add(evidence, findings);
        AnswerRules.add(evidence, findings);
        AddressRules.add(evidence, findings);
        SilenceRules.add(evidence, findings);
        LossRules.add(evidence, findings);
        ReplyRules.add(evidence, findings);
        return List.copyOf(findings);
    }
}
