package pingmonitor.selftest;

import java.time.Duration;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Preset;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;

/** What a self-test does: the lab, at its own server. */
public final class SelfTest {
    public static final long PINGS = PingPlan.DEFAULT_COUNT;

    /**
     * The first client's first ping is answered and three of its ten are dropped. On a machine so slow that the first
     * replies come late, the later pings are of further clients; those, too, get both fates.
     */
    public static final long SEED = 214;

    /** So long that a busy machine keeps it, so short that nobody waits for the pings that are dropped. */
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private static final Pacing PACING = new Pacing.StopAndWait(Duration.ofMillis(20));

    private SelfTest() {}

    /** The book's server at any port that is free. */
    public static EchoPlan server() {
        return new EchoPlan(0, Preset.BOOK.impairments(), SEED, RateLimitSettings.DEFAULT);
    }

    /** The pings without a window: nobody watches, so they are quick. */
    public static PingPlan pings(int port) {
        return new PingPlan(
                PingPlan.DEFAULT_HOST, port, AddressFamily.IPV4, PINGS, TIMEOUT, PACING, 0, false);
    }
}
