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
public record AbuseLimits(
        double perClient, double perAddress, double inAll, boolean includeLoopback) {
    public static final AbuseLimits DEFAULT = new AbuseLimits(1_000, 4_000, 50_000, false);
    public static final AbuseLimits OFF =
            new AbuseLimits(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    false);

    public AbuseLimits {
        positive(perClient, "perClient");
        positive(perAddress, "perAddress");
        positive(inAll, "inAll");
    }

    private static void positive(double value, String name) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " " + value);
        }
    }
}
