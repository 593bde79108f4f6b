package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopGuardTest {
    private final LoopGuard guard = new LoopGuard();

    @Test
    void sameTextIsAdmittedTwice() {
        assertTrue(admit("PING 1"));
        assertTrue(admit("PING 1"));
        assertFalse(admit("PING 1"));
        assertFalse(admit("PING 1"));
        assertTrue(admit("PING 2"));
    }

    @Test
    void figuresAloneAreAdmittedMoreOftenButNotForEver() {
        long admitted = IntStream.range(0, 1_000).filter(i -> admit("12 34")).count();
        assertEquals(LoopGuard.MAX_OTHER_REPEATS, admitted);
    }

    @Test
    void zerosInFrontMakeAnotherText() {
        for (int zeros = 0; zeros < 40; zeros++) {
            String text = "\u0000".repeat(zeros) + "PING";
            assertTrue(admit(text), zeros + " zeros");
            assertTrue(admit(text), zeros + " zeros");
            assertFalse(admit(text), zeros + " zeros");
        }
    }

    @Test
    void remembersTheOnesSeenLast() {
        String kept = "KEPT";
        admit(kept);
        admit(kept);
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
    void asManyTextsInTurnAsItRemembersAreAllStopped() {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < LoopGuard.REMEMBERED; i++) {
                assertEquals(round < LoopGuard.MAX_REPEATS, admit("PING " + i));
            }
        }
    }

    private boolean admit(String payload) {
        return guard.admit(Datagrams.text(payload));
    }
}
