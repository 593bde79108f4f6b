package pingmonitor.echo.fate;

/**
 * The random numbers of one datagram. They depend only on the seed, the client and the number of datagrams that this
 * client sent before.
 *
 * @param state hash of these three
 */
public record FateDice(long state) {
    /** 2^64 divided by the golden ratio, the step of SplitMix64. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** One independent number for each thing that is left to chance. */
    enum Die {
        LOSS,
        DELAY,
        DUPLICATE,
        REORDER
    }

    /**
     * @param client the client's place in the order of arrival, from 0
     * @param datagram number of datagrams that this client sent before, from 0
     */
    static FateDice of(long seed, long client, long datagram) {
        long state = mix(seed + STEP);
        state = mix(state + STEP * (client + 1));
        state = mix(state + STEP * (datagram + 1));
        return new FateDice(state);
    }

    /** A number from 0 to below 1, evenly distributed. */
    double uniform(Die die) {
        return (mix(state + STEP * (die.ordinal() + 1)) >>> 11) * 0x1.0p-53;
    }

    /** A hash of a number: the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
