package pingmonitor.fuzz;

import java.util.SplittableRandom;

/**
 * How much the tests with the tag {@code fuzz} try, and from which seed: a few seconds of it with every build, a
 * million of each in the profile {@code fuzz}.
 */
public final class Cases {
    private static final int IN_AN_IDE = 20_000;

    private Cases() {}

    /** How many things to try. */
    public static int count() {
        return Integer.getInteger("fuzz.cases", IN_AN_IDE);
    }

    /** Where chance begins; what fails with it fails again. */
    public static long seed() {
        return Long.getLong("fuzz.seed", 1);
    }

    /** Chance for one test. */
    public static SplittableRandom random() {
        return new SplittableRandom(seed());
    }

    /** Says where a test failed, so that it can be repeated. */
    public static String at(int number) {
        return "seed " + seed() + ", number " + number;
    }
}
