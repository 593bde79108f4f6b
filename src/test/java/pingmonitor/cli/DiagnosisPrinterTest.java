package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.diagnosis.Diagnosis;
import pingmonitor.diagnosis.Evidence;
import pingmonitor.diagnosis.HostNetworks;
import pingmonitor.diagnosis.Recheck;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Session;

/** When it is said what may be wrong with a run, and what of it is not said twice. */
class DiagnosisPrinterTest {
    private final Session session = new Session(PingPlan.lab("192.168.1.20", 12_000));
    private final DiagnosisPrinter teller =
            new DiagnosisPrinter(
                    session,
                    (examined, stopped, tell) ->
                            tell.accept(
                                    Diagnosis.of(
                                            Evidence.of(
                                                    examined,
                                                    HostNetworks.UNKNOWN,
                                                    new Recheck.Nothing()))),
                    (findings, port) -> List.of(findings.get(0).cause().word()));
    private final List<String> said = new ArrayList<>();
    private long sequence;

    private void tell(PingEvent event) {
        session.apply(event);
        if (teller.showsASign()) {
            said.addAll(teller.news(() -> false));
        }
    }

    private void refused(int count) {
        for (int i = 0; i < count; i++) {
            tell(new PingEvent.Sent(++sequence, Events.AT, 24));
            tell(new PingEvent.Unreachable(sequence, 300_000));
        }
    }

    private void answered() {
        tell(new PingEvent.Sent(++sequence, Events.AT, 24));
        tell(new PingEvent.Replied(sequence, 412_007, Events.REPLY));
    }

    @Test
    void aRepeatedSignIsPrintedAgainOnlyWithANewMeaning() {
        refused(2);
        assertEquals(List.of(), said);
        refused(5);
        assertEquals(List.of("port-refused"), said);
        answered();
        refused(4);
        assertEquals(List.of("port-refused", "server-ended-after-reply"), said);
        answered();
        refused(4);
        assertEquals(List.of("port-refused", "server-ended-after-reply", "server-restarted"), said);
        answered();
        refused(4);
        assertEquals(List.of("port-refused", "server-ended-after-reply", "server-restarted"), said);

        tell(Events.finished(PingEvent.Outcome.COMPLETED));
        assertEquals(List.of(), teller.atTheEnd(() -> false).get());
    }
}
