package pingmonitor.echo;

import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.SeededFatePolicy;

/**
 * How to run the server.
 *
 * @param port 0 (any free port) to 65535
 * @param impairments what to do to replies; can be changed while running
 * @param seed of all chance: same seed, same fates
 * @param limits against abuse; can be changed while running
 */
public record EchoPlan(int port, Impairments impairments, long seed, RateLimitSettings limits) {
    public static final int DEFAULT_PORT = 12_000;

    public EchoPlan {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /** What decides the fates at the start. */
    SeededFatePolicy fates() {
        return new SeededFatePolicy(seed, impairments);
    }
}
