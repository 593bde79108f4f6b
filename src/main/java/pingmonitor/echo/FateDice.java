package pingmonitor.echo;

/**
 * The dice thrown for one datagram. They depend on nothing but the seed, the client and the datagram's place among
 * that client's, so that a demonstration can be repeated and no client disturbs the luck of another.
 *
 * @param state the three of them, hashed
 */
record FateDice(long state) {
    /** 2^64 divided by the golden ratio, the step of SplitMix64. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** One die for each thing that is left to chance. */
    enum Die {
        LOSS,
        DELAY,
        DUPLICATE,
        REORDER
    }

    /**
     * @param client the client's place in the order of arrival, from 0
     * @param datagram how many datagrams that client had sent before
     */
    static FateDice of(long seed, long client, long datagram) {
        long state = mix(seed + STEP);
        state = mix(state + STEP * (client + 1));
        state = mix(state + STEP * (datagram + 1));
        return new FateDice(state);
    }

    /** Evenly from 0 to below 1; the dice of one datagram are independent of each other. */
    double uniform(Die die) {
        return (mix(state + STEP * (die.ordinal() + 1)) >>> 11) * 0x1.0p-53;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
