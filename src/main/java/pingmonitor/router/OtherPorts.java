package pingmonitor.router;

import java.util.Arrays;
import java.util.List;

/** The external ports to try when the requested one is taken: near it, and easy to remember. */
final class OtherPorts {
    private static final int[] STEPS = {0, 1, 2, 3, 5, 8, 13, 100, 1_000};
    private static final int FIRST = 1_024;
    private static final int COUNT = 65_536 - FIRST;

    private OtherPorts() {}

    /** The port itself, then others; none below 1024 but itself. */
    static List<Integer> from(int wanted) {
        return Arrays.stream(STEPS)
                .map(step -> step == 0 ? wanted : near(wanted, step))
                .boxed()
                .toList();
    }

    private static int near(int wanted, int step) {
        return FIRST + Math.floorMod(wanted - FIRST + step, COUNT);
    }
}
