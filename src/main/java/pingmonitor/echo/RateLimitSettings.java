package pingmonitor.echo;

/**
 * How many datagrams a second the server answers at most, each with a burst of twice that. Loopback is exempt from
 * the rates unless {@code includeLoopback}: it cannot be reached from outside. The other rules against abuse (never
 * more bytes than came, no echo loops) cannot be switched off.
 *
 * @param perClient for one address and port
 * @param perAddress for one address
 * @param inAll for everybody together
 */
public record RateLimitSettings(
        double perClient, double perAddress, double inAll, boolean includeLoopback) {
    public static final RateLimitSettings DEFAULT =
            new RateLimitSettings(1_000, 4_000, 50_000, false);
    public static final RateLimitSettings OFF =
            new RateLimitSettings(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    false);

    /** Most that a person may ask for. */
    public static final int MAX_PER_CLIENT = 1_000_000;

    public RateLimitSettings {
        positive(perClient, "perClient");
        positive(perAddress, "perAddress");
        positive(inAll, "inAll");
    }

    /**
     * Another limit for one client than the usual one. It holds for everybody, loopback included, because somebody
     * asked for it. The limits for one address and for all stay as they are, or grow with it, so that it can be
     * reached.
     *
     * @param perSecond 1 to {@link #MAX_PER_CLIENT}
     */
    public static RateLimitSettings ofClient(int perSecond) {
        if (perSecond < 1 || perSecond > MAX_PER_CLIENT) {
            throw new IllegalArgumentException("limit " + perSecond);
        }
        double growth = Math.max(1, perSecond / DEFAULT.perClient);
        return new RateLimitSettings(
                perSecond, growth * DEFAULT.perAddress, growth * DEFAULT.inAll, true);
    }

    private static void positive(double value, String name) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " " + value);
        }
    }
}
