package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopGuardTest {
    private final LoopGuard guard = new LoopGuard();

    @Test
    void sameTextIsAdmittedAHundredTimes() {
        for (String text : List.of("PING", "12 34", "")) {
            assertEquals(LoopGuard.MAX_REPEATS, admitted(text, 1_000), text);
        }
        assertTrue(admit("PING 2"));
    }

    @Test
    void leadingZeroBytesMakeADifferentText() {
        for (int zeros = 0; zeros < 40; zeros++) {
            String text = "\u0000".repeat(zeros) + "PING";
            assertEquals(LoopGuard.MAX_REPEATS, admitted(text, 200), zeros + " zeros");
        }
    }

    @Test
    void mostRecentTextsAreRemembered() {
        String kept = "KEPT";
        admitted(kept, LoopGuard.MAX_REPEATS);
        for (int i = 0; i < 1_000; i++) {
            assertTrue(admit("OTHER " + i));
            assertFalse(admit(kept), "a text in use is not forgotten");
        }
        for (int i = 0; i < LoopGuard.REMEMBERED; i++) {
            admit("NEW " + i);
        }
        assertTrue(admit(kept), "one that was not heard of for long is");
    }

    @Test
    void alternatingTextsAreStoppedUpToTheMemoryLimit() {
        for (int round = 0; round < LoopGuard.MAX_REPEATS + 3; round++) {
            for (int i = 0; i < LoopGuard.REMEMBERED; i++) {
                assertEquals(round < LoopGuard.MAX_REPEATS, admit("PING " + i));
            }
        }
    }

    private long admitted(String payload, int times) {
        return IntStream.range(0, times).filter(i -> admit(payload)).count();
    }

    private boolean admit(String payload) {
        return guard.admit(Datagrams.text(payload));
    }
}
