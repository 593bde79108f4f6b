package pingmonitor.monitor;

import java.time.Duration;
import pingmonitor.ping.Problem;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageEnd;
import pingmonitor.store.KeepingProblem;

/** What a face of a monitor may want to tell at once. */
public sealed interface MonitorEvent {
    /** Whose event it is. */
    TargetMonitor target();

    /** So many pings were lost in a row that it is an outage. */
    record OutageBegan(TargetMonitor target, Outage outage) implements MonitorEvent {}

    /**
     * The outage is over.
     *
     * @param stillWaiting number of its pings that wait for their time-out, and may be counted as lost later
     */
    record OutageEnded(TargetMonitor target, Outage outage, OutageEnd end, long stillWaiting)
            implements MonitorEvent {}

    /**
     * The run could not begin, or broke; told once for each problem, not for each try.
     *
     * @param retryAfter when it is tried again
     */
    record TargetFailed(TargetMonitor target, Problem problem, Duration retryAfter)
            implements MonitorEvent {}

    /** The run began after it had failed. */
    record TargetRecovered(TargetMonitor target) implements MonitorEvent {}

    /** The run goes on, but its file does not. */
    record KeepingStopped(TargetMonitor target, KeepingProblem problem) implements MonitorEvent {}

    /** No more pings leave for this target. */
    record TargetEnded(TargetMonitor target) implements MonitorEvent {}
}
