package pingmonitor.report;

import com.google.gson.JsonObject;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;

/** What a run was asked to do as JSON, in the export and in the terminal's {@code --json} alike. */
public final class PlanJson {
    private PlanJson() {}

    /**
     * Adds the members of a plan to an object. {@code count} is absent where the run goes on until it is stopped; there
     * is either {@code pauseNanos} or {@code intervalNanos}.
     */
    public static void addTo(JsonObject json, PingPlan plan) {
        json.addProperty("host", plan.host());
        json.addProperty("port", plan.port());
        if (!plan.untilStopped()) {
            json.addProperty("count", plan.count());
        }
        json.addProperty("timeoutNanos", plan.timeout().toNanos());
        if (plan.pacing() instanceof Pacing.StopAndWait stopAndWait) {
            json.addProperty("pauseNanos", stopAndWait.pause().toNanos());
        } else if (plan.pacing() instanceof Pacing.FixedRate fixedRate) {
            json.addProperty("intervalNanos", fixedRate.interval().toNanos());
        }
        json.addProperty("messageBytes", plan.messageBytes());
    }
}
