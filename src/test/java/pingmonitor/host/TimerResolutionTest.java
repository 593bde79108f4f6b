package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimerResolutionTest {
    @Test
    void onWindowsAThreadSleepsUntilItIsClosed() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        TimerResolution fine = TimerResolution.raise(OperatingSystem.WINDOWS);
        Set<Thread> started = startedSince(before);
        assertEquals(1, started.size());
        Thread sleeper = started.iterator().next();
        assertTrue(sleeper.isAlive());
        assertTrue(sleeper.isDaemon());
        fine.close();
        assertFalse(sleeper.isAlive());
    }

    @Test
    void elsewhereThereIsNone() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        TimerResolution nothing = TimerResolution.raise(OperatingSystem.LINUX);
        assertEquals(Set.of(), startedSince(before));
        nothing.close();
    }

    private static Set<Thread> startedSince(Set<Thread> before) {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        now.removeIf(each -> !each.getName().equals("timer-resolution"));
        return now;
    }
}
