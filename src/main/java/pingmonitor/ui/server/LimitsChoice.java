package pingmonitor.ui.server;

import pingmonitor.echo.AbuseLimits;

/** How strictly the server limits who sends too much. */
enum LimitsChoice {
    /** So that no class reaches it, and none for programs on this computer. */
    USUAL,
    /** A number that the person types, for everybody. */
    OWN,
    OFF;

    static LimitsChoice of(AbuseLimits limits) {
        if (limits.equals(AbuseLimits.DEFAULT)) {
            return USUAL;
        }
        return limits.equals(AbuseLimits.OFF) ? OFF : OWN;
    }
}
