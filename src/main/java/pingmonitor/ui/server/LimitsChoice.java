package pingmonitor.ui.server;

import pingmonitor.echo.RateLimitSettings;

/** How strictly the server limits who sends too much. */
enum LimitsChoice {
    /** So that no class reaches it, and none for programs on this computer. */
    USUAL,
    /** A number that the person types, for everybody. */
    OWN,
    OFF;

    static LimitsChoice of(RateLimitSettings limits) {
        if (limits.equals(RateLimitSettings.DEFAULT)) {
            return USUAL;
        }
        return limits.equals(RateLimitSettings.OFF) ? OFF : OWN;
    }
}
