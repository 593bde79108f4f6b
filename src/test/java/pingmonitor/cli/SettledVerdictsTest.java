package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingEvent.Verdict;

/** One verdict a settled ping, and the right one. */
class SettledVerdictsTest {
    private static final PingEvent SEEN =
            new PingEvent.MappedAddress(Events.NAT, Events.CLIENT, Events.AT);
    private static final PingEvent END = Events.finished(PingEvent.Outcome.COMPLETED);

    private long nanos = Long.MAX_VALUE - 1;
    private final SettledVerdicts verdicts = new SettledVerdicts(() -> nanos);

    private List<Verdict> after(PingEvent... events) {
        List<Verdict> told = new ArrayList<>();
        for (PingEvent event : events) {
            told.addAll(verdicts.after(event));
        }
        return told;
    }

    private void hold() {
        nanos += SettledVerdicts.HOLD_NANOS;
    }

    @Test
    void aServerWithoutVerdictsGivesNone() {
        assertEquals(List.of(), after(replied(1), lost(2), late(2), replied(3), END));
    }

    @Test
    void anAnsweredPingWaitsUntilTheServerHasProvenItself() {
        assertEquals(List.of(), after(replied(1), lost(2), late(2), lost(3), replied(4)));
        assertEquals(List.of(answered(1), answered(2), answered(4)), after(SEEN));
        assertEquals(List.of(answered(5)), after(replied(5)));
        assertEquals(List.of(answered(3)), after(late(3)));
        assertEquals(List.of(), after(SEEN, END));
    }

    @Test
    void theVerdictOfALostPingIsReportedAfterAWhile() {
        after(SEEN, lost(1), lost(2));
        assertEquals(List.of(), after(new Verdict(1, LossLocation.FORWARD_PATH)));
        nanos += SettledVerdicts.HOLD_NANOS - 1;
        assertEquals(List.of(), after(new Verdict(2, LossLocation.RETURN_PATH)));
        nanos++;
        assertEquals(List.of(new Verdict(1, LossLocation.FORWARD_PATH)), after(lost(3)));
        assertEquals(List.of(new Verdict(2, LossLocation.RETURN_PATH)), after(END));
    }

    @Test
    void aCorrectedVerdictIsReportedOnce() {
        after(
                SEEN,
                new Verdict(1, LossLocation.FORWARD_PATH),
                new Verdict(2, LossLocation.FORWARD_PATH));
        nanos += SettledVerdicts.HOLD_NANOS / 2;
        after(new Verdict(1, LossLocation.RETURN_PATH));
        nanos += SettledVerdicts.HOLD_NANOS / 2;
        assertEquals(List.of(new Verdict(2, LossLocation.FORWARD_PATH)), after(lost(3)));
        hold();
        assertEquals(List.of(new Verdict(1, LossLocation.RETURN_PATH)), after(lost(4)));
        assertEquals(List.of(), after(new Verdict(1, LossLocation.SERVER), END));
    }

    @Test
    void aLateReplyMakesThePingAnswered() {
        after(
                SEEN,
                new Verdict(1, LossLocation.RETURN_PATH),
                new Verdict(2, LossLocation.RETURN_PATH));
        assertEquals(List.of(answered(1)), after(late(1)));
        hold();
        assertEquals(List.of(new Verdict(2, LossLocation.RETURN_PATH)), after(lost(3)));
        assertEquals(List.of(), after(late(2), END), "it was told already");
    }

    @Test
    void aMillionAnsweredPingsAreReportedAtOnceAndInOrder() {
        int million = 1_000_000;
        for (int i = 1; i <= million; i++) {
            verdicts.after(replied(i));
        }
        List<Verdict> told = verdicts.after(SEEN);
        assertEquals(million, told.size());
        assertEquals(answered(1), told.get(0));
        assertEquals(answered(million), told.get(million - 1));
    }

    private static PingEvent replied(long sequence) {
        return new PingEvent.Replied(sequence, 1_000, Events.REPLY);
    }

    private static PingEvent lost(long sequence) {
        return new PingEvent.TimedOut(sequence);
    }

    private static PingEvent late(long sequence) {
        return new PingEvent.Late(sequence, 2_000, Events.REPLY);
    }

    private static Verdict answered(long sequence) {
        return new Verdict(sequence, LossLocation.ANSWERED);
    }
}
