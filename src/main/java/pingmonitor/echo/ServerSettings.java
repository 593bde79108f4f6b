package pingmonitor.echo;

import pingmonitor.echo.fate.FatePolicy;
import pingmonitor.echo.fate.LossDisclosure;

/**
 * What can be changed while the server runs.
 *
 * @param fates decides what becomes of a datagram
 * @param disclosure decides who is told what became of his datagrams
 * @param limits against abuse
 * @param generation grows when clients and their counts begin anew
 */
record ServerSettings(
        FatePolicy fates, LossDisclosure disclosure, RateLimitSettings limits, long generation) {

    /** The settings of a server that is switched on, and tells everybody. */
    ServerSettings(FatePolicy fates, RateLimitSettings limits) {
        this(fates, LossDisclosure.FULL, limits, 0);
    }

    /** Clients keep their counts. */
    ServerSettings with(FatePolicy changed) {
        return new ServerSettings(changed, disclosure, limits, generation);
    }

    ServerSettings with(RateLimitSettings changed) {
        return new ServerSettings(fates, disclosure, changed, generation);
    }

    /** Clients and their counts begin anew. */
    ServerSettings begunAnew(FatePolicy changed) {
        return new ServerSettings(changed, disclosure, limits, generation + 1);
    }
}
