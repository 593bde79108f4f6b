package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.report.ProblemText;
import pingmonitor.session.Session;
import pingmonitor.text.Messages;

class RunHeadlineRulesTest {
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private final Session session = new Session(PingPlan.lab("192.168.1.20", 12_000));

    private void answered(int from, int to) {
        for (int i = from; i <= to; i++) {
            session.apply(new PingEvent.Sent(i, FedEngine.at(i), 24));
            session.apply(new PingEvent.Replied(i, FedEngine.nanos(0.3), FedEngine.reply(i)));
        }
    }

    private void timedOut(int from, int to) {
        for (int i = from; i <= to; i++) {
            session.apply(new PingEvent.Sent(i, FedEngine.at(i), 24));
            session.apply(new PingEvent.TimedOut(i));
        }
    }

    private void late(int sequence) {
        timedOut(sequence, sequence);
        session.apply(
                new PingEvent.Late(sequence, FedEngine.nanos(1240), FedEngine.reply(sequence)));
    }

    private void unreachable(int sequence, PingEvent.Refusal refusal) {
        session.apply(new PingEvent.Sent(sequence, FedEngine.at(sequence), 24));
        session.apply(new PingEvent.Unreachable(sequence, 300_000, refusal));
    }

    private void finished(PingEvent.Outcome outcome) {
        session.apply(new PingEvent.Finished(outcome, FedEngine.at(20)));
    }

    private RunHeadline verdict(Locale locale) {
        return new RunHeadlineRules(new LocalizedFigures(locale), new ProblemText(locale))
                .headline(
                        new RunHeadlineRules.RunFacts(
                                session.plan(),
                                session.statistics(),
                                session.outcome(),
                                session.problem(),
                                session.statistics().heard()
                                        || session.mappedAddress().isPresent()));
    }

    private Severity severity() {
        return verdict(Locale.ENGLISH).severity();
    }

    private List<String> words(Locale locale) {
        RunHeadline verdict = verdict(locale);
        Messages messages = Messages.beside(RunHeadlineRulesTest.class, locale);
        List<RunHeadline.Phrase> phrases = new ArrayList<>();
        phrases.add(verdict.title());
        phrases.addAll(verdict.sentences());
        return phrases.stream()
                .map(phrase -> messages.text(phrase.key(), phrase.arguments().toArray()))
                .toList();
    }

    private String title() {
        return words(Locale.ENGLISH).get(0);
    }

    private String all() {
        return String.join(" ", words(Locale.ENGLISH));
    }

    @Test
    void headlineWaitsBeforeTheFirstResult() {
        assertEquals("Waiting for the first reply…", title());
        assertEquals(Severity.NEUTRAL, severity());
    }

    @Test
    void refusalIsToldAtTheFirstPing() {
        unreachable(1, PingEvent.Refusal.PORT);

        assertEquals("The answer was: port 12000 of 192.168.1.20 is closed.", title());
        assertEquals(
                "A resposta foi: a porta 12000 de 192.168.1.20 está fechada.",
                words(PORTUGUESE).get(0));
        assertEquals(Severity.DANGER, severity());
    }

    @Test
    void computerThatIsNotReachedIsNoClosedPort() {
        unreachable(1, PingEvent.Refusal.HOST);
        assertFalse(all().contains("port 12000"), all());
        answered(2, 3);

        assertEquals("1 of 3 pings could not reach the computer.", title());
        assertFalse(all().contains("port"), all());
    }

    @Test
    void closedPortAndComputerThatIsNotReachedAreToldApart() {
        unreachable(1, PingEvent.Refusal.PORT);
        unreachable(2, PingEvent.Refusal.PORT);
        unreachable(3, PingEvent.Refusal.HOST);

        assertEquals(
                List.of(
                        "For 2 of 3 pings the answer was that the port is closed.",
                        "1 of 3 pings could not reach the computer."),
                words(Locale.ENGLISH));
        assertEquals(
                List.of(
                        "A resposta a 2 de 3 pings foi que a porta está fechada.",
                        "1 de 3 pings não conseguiu chegar ao computador."),
                words(PORTUGUESE));
    }

    @Test
    void serverThatWasHeardHadItsPortClosedOnlyAtTimes() {
        unreachable(1, PingEvent.Refusal.PORT);
        assertEquals(Severity.DANGER, severity());
        session.apply(
                new PingEvent.MappedAddress(
                        FedEngine.server(), FedEngine.server(), FedEngine.NOON));

        assertEquals("For 1 of 1 pings the answer was that the port is closed.", title());
        assertEquals(Severity.WARNING, severity());
    }

    @Test
    void lateReplyCountsAsHeardBesideAClosedPort() {
        unreachable(1, PingEvent.Refusal.PORT);
        late(2);

        assertEquals("For 1 of 2 pings the answer was that the port is closed.", title());
        assertEquals(Severity.WARNING, severity());
    }

    @Test
    void pingsThatWereNotSentAreToldBesideTheLostOnes() {
        answered(1, 4);
        timedOut(5, 5);
        session.apply(
                new PingEvent.SendFailed(
                        6, FedEngine.at(6), Problem.of(Problem.Kind.NO_ROUTE, "192.168.1.20")));
        finished(PingEvent.Outcome.COMPLETED);

        assertTrue(all().contains("1 ping could not be sent"), all());
    }

    @Test
    void someLostTellsTheIntervalAndNoCause() {
        answered(1, 7);
        timedOut(8, 10);
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals("3 of 10 pings were lost.", title());
        assertTrue(all().contains("likely 11\u00a0–\u00a060%"), all());
        assertTrue(all().contains("UDP does not tell where"), all());
        assertEquals("3 de 10 pings foram perdidos.", words(PORTUGUESE).get(0));
    }

    @Test
    void serverWithVerdictsTellsWherePingsWereLost() {
        answered(1, 3);
        timedOut(4, 10);
        lostAt(LossLocation.FORWARD_PATH, 4);
        lostAt(LossLocation.SERVER, 5, 6);
        lostAt(LossLocation.LIMITED, 7);
        lostAt(LossLocation.RETURN_PATH, 8, 9);
        finished(PingEvent.Outcome.COMPLETED);

        assertFalse(all().contains("UDP does not tell"), all());
        assertTrue(
                all().endsWith(
                                "1 was lost on the way there. 2 were dropped by the server's loss setting. 1 was"
                                        + " refused by the server's limits. 2 were lost on the way back. Where 1 was"
                                        + " lost is not known."),
                all());
        String portuguese = String.join(" ", words(PORTUGUESE));
        assertTrue(
                portuguese.endsWith(
                        "1 se perdeu na ida. 2 foram descartados pela perda configurada no servidor. 1 foi"
                                + " recusado pelos limites do servidor. 2 se perderam na volta. De 1 não se"
                                + " sabe onde."),
                portuguese);
    }

    @Test
    void silenceThatTheServerExplainsIsNotUnexplained() {
        timedOut(1, 10);
        lostAt(LossLocation.RETURN_PATH, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals("None of the 10 pings was answered.", title());
        assertFalse(all().contains("Silence"), all());
        assertTrue(all().contains("10 were lost on the way back."), all());
    }

    private void lostAt(LossLocation where, long... sequences) {
        for (long sequence : sequences) {
            session.apply(new PingEvent.Verdict(sequence, where));
        }
    }

    @Test
    void singularAndPluralInBothLanguages() {
        answered(1, 1);
        late(2);
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals("1 of 2 pings was lost.", title());
        assertFalse(all().contains("UDP does not tell where"), all());
        assertEquals("1 de 2 pings foi perdido.", words(PORTUGUESE).get(0));
    }

    @Test
    void silenceIsToldWithoutACause() {
        timedOut(1, 10);
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals(List.of("None of the 10 pings was answered."), words(Locale.ENGLISH));
        assertEquals(Severity.DANGER, severity());
    }

    @Test
    void onlyLateIsAWarning() {
        late(1);
        late(2);
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals(
                List.of("2 of 2 pings were answered, but only after the timeout."),
                words(Locale.ENGLISH));
        assertEquals(Severity.WARNING, severity());
    }

    @Test
    void allAnsweredStillSaysWhatTenPingsCannotShow() {
        answered(1, 10);
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals("All 10 pings were answered.", title());
        assertTrue(all().contains("likely 0\u00a0–\u00a028%"), all());
        assertEquals(Severity.SUCCESS, severity());
    }

    @Test
    void runStoppedBeforeAnyResultNamesNoCause() {
        session.apply(new PingEvent.Sent(1, FedEngine.at(1), 24));
        session.apply(new PingEvent.Cancelled(1));
        finished(PingEvent.Outcome.STOPPED);

        assertEquals("Stopped before any ping was completed.", title());
        assertEquals(Severity.NEUTRAL, severity());
    }

    @Test
    void failureIsToldInWordsAndTheRowsAreKept() {
        answered(1, 3);
        session.apply(new PingEvent.Failed(Problem.of(Problem.Kind.TOO_MANY_OPEN, "192.168.1.20")));
        finished(PingEvent.Outcome.FAILED);

        assertEquals("The run could not go on.", title());
        assertTrue(all().contains("open no more ports"), all());
        assertTrue(all().contains("pings so far are kept"), all());
    }

    @Test
    void nothingLeftThisComputer() {
        session.apply(
                new PingEvent.SendFailed(
                        1, FedEngine.at(1), Problem.of(Problem.Kind.NO_BUFFERS, "192.168.1.20")));
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals("No ping left this computer.", title());
        assertTrue(all().contains("buffers are full"), all());
    }

    @Test
    void headlineDoesNotRepeatTheDiagnosis() {
        session.apply(
                new PingEvent.Failed(Problem.of(Problem.Kind.NAME_NOT_FOUND, "192.168.1.20")));
        finished(PingEvent.Outcome.FAILED);

        assertEquals(List.of("The run could not start."), words(Locale.ENGLISH));
    }

    @Test
    void ownTextRepliesAreExplained() {
        session.apply(new PingEvent.Sent(1, FedEngine.at(1), 24));
        session.apply(
                new PingEvent.Replied(
                        1, 300_000, new Reply("hello", 5, FedEngine.server(), ReplyMatch.UNNAMED)));
        finished(PingEvent.Outcome.COMPLETED);

        assertTrue(all().contains("1 reply does not name the ping"), all());
    }

    @Test
    void missedSlotsAreBlamedOnThisComputer() {
        answered(1, 2);
        session.apply(new PingEvent.Missed(3, 1, FedEngine.at(3)));
        answered(3, 3);
        finished(PingEvent.Outcome.COMPLETED);

        assertTrue(all().contains("1 moment of the fixed rate passed without a ping"), all());
        assertEquals(Severity.SUCCESS, severity());
    }

    @Test
    void refusalAmongAnswersIsAWarningOnly() {
        answered(1, 2);
        unreachable(3, PingEvent.Refusal.PORT);
        finished(PingEvent.Outcome.COMPLETED);

        assertEquals("For 1 of 3 pings the answer was that the port is closed.", title());
        assertEquals(Severity.WARNING, severity());
        assertEquals(Optional.of(PingEvent.Outcome.COMPLETED), session.outcome());
    }
}
