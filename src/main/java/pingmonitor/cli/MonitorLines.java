package pingmonitor.cli;

import java.time.Instant;
import java.util.List;
import pingmonitor.monitor.MonitorEvent;
import pingmonitor.monitor.TargetMonitor;
import pingmonitor.ping.TargetPlan;

/** A monitor as lines. */
interface MonitorLines {
    /** Before the first ping. */
    List<String> head(List<TargetPlan> targets, Instant at);

    /** How a target did in the latest minute. */
    String minute(TargetMonitor target, Instant at);

    /** What happened; empty where that is no line. */
    List<String> of(MonitorEvent event, Instant at);

    /** How a target did, at the end. */
    List<String> summary(TargetMonitor target, Instant at);
}
