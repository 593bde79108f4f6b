package pingmonitor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class CrashesTest {
    private long nanos;
    private final Crashes crashes = new Crashes(() -> nanos);

    @Test
    void crashesAreCountedByKind() {
        for (int i = 0; i < 1_000; i++) {
            crashes.add(crash("a"));
        }
        crashes.add(crash("b"));
        Crashes.Untold untold = crashes.untold();
        assertEquals(1_001, untold.times());
        assertEquals(2, untold.seen().size());
        assertEquals(1_000, untold.seen().get(0).times());
    }

    @Test
    void toldKindComesUpAgainOnlyAfterSomeQuiet() {
        crashes.add(crash("a"));
        crashes.told(crashes.untold());
        for (int i = 0; i < 100; i++) {
            nanos += Crashes.QUIET.toNanos() / 2;
            crashes.add(crash("a"));
        }
        assertEquals(Crashes.Untold.NONE, crashes.untold());
        nanos += Crashes.QUIET.toNanos();
        crashes.add(crash("a"));
        assertEquals(1, crashes.untold().times());
    }

    @Test
    void laterCrashOfAnotherKindIsStillToBeTold() {
        crashes.add(crash("a"));
        Crashes.Untold told = crashes.untold();
        crashes.add(crash("b"));
        crashes.told(told);
        assertEquals("b", crashes.untold().seen().get(0).first().message());
    }

    @Test
    void keptKindsAreBoundedAndAllCrashesAreCounted() {
        for (int i = 0; i < 1_000; i++) {
            crashes.add(crash("kind " + i));
        }
        assertEquals(Crashes.MAX_KINDS, crashes.untold().seen().size());
        assertEquals(1_000, crashes.untold().times());
    }

    @Test
    void laterCrashesOfFurtherKindsAreStillToBeTold() {
        for (int i = 0; i < Crashes.MAX_KINDS + 2; i++) {
            crashes.add(crash("kind " + i));
        }
        Crashes.Untold told = crashes.untold();
        crashes.add(crash("one more"));
        crashes.told(told);
        assertEquals(1, crashes.untold().times());
    }

    @Test
    void lateListenerIsToldOfEarlierCrashes() {
        crashes.add(crash("a"));
        AtomicInteger news = new AtomicInteger();
        crashes.listen(news::incrementAndGet);
        crashes.add(crash("a"));
        assertEquals(2, news.get());
    }

    private static LogEntry crash(String message) {
        return new LogEntry(
                Instant.EPOCH, Level.SEVERE, "main", "pingmonitor", message, Optional.empty());
    }
}
