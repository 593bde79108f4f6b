package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.fate.Fate;
import pingmonitor.echo.fate.FatePolicy;
import pingmonitor.echo.fate.LossDisclosure;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.RememberedFate;

/** The server decides nothing about fates and disclosure itself: both are policies that can be replaced. */
class ReplaceablePoliciesTest {
    private static final InetSocketAddress ANNA = Datagrams.from("203.0.113.2", 50_001);
    private static final InetSocketAddress BERT = Datagrams.from("203.0.113.3", 50_002);
    private static final Fate ANSWERED = Fate.of(false, 0, 1, ReplyText.UPPER_CASE);
    private static final Fate LOST = Fate.of(true, 0, 1, ReplyText.UPPER_CASE);

    private final FakeTime time = new FakeTime();
    private final Recorder events = new Recorder();
    private final List<String> sent = new ArrayList<>();
    private final List<FateAnswer> told = new ArrayList<>();
    private ServerSettings settings =
            new ServerSettings((client, datagram, size) -> ANSWERED, RateLimitSettings.DEFAULT);
    private final Responder responder =
            new Responder(
                    new AdmissionControl(other -> false, () -> settings),
                    new ReplyQueue(ReplyQueue.MAX_REPLIES, ReplyQueue.MAX_BYTES, () -> {}),
                    new FateHistory(time.nanoTime()),
                    new ClientHabits(),
                    time.clocks(),
                    new EventSink(events));

    /** The whole script: for each client the fates of its datagrams, the last one for all that follow. */
    private record Script(List<List<Fate>> fates) implements FatePolicy {
        @Override
        public Fate fate(long client, long datagram, int sizeBytes) {
            List<Fate> ofClient = fates.get((int) client);
            return ofClient.get((int) Math.min(datagram, ofClient.size() - 1));
        }
    }

    @Test
    void scriptedFatesApplyToEachClient() {
        Fate late = Fate.of(false, 20_000_000, 1, ReplyText.UPPER_CASE);
        Fate twiceUnchanged = Fate.of(false, 0, 2, ReplyText.UNCHANGED);
        settings =
                settings.with(
                        new Script(
                                List.of(List.of(LOST, late, ANSWERED), List.of(twiceUnchanged))));
        receive("Anna 1", ANNA);
        receive("Anna 2", ANNA);
        receive("Bert 1", BERT);
        receive("Anna 3", ANNA);
        assertEquals(List.of("Bert 1", "Bert 1", "ANNA 3"), sent);
        time.advanceNanos(20_000_000);
        responder.sendDue();
        assertEquals(List.of("Bert 1", "Bert 1", "ANNA 3", "ANNA 2"), sent);
        assertEquals(1, events.of(ServerEvent.Dropped.class).size());
    }

    @Test
    void fateMayDependOnTheSize() {
        settings = settings.with((client, datagram, size) -> size > 4 ? LOST : ANSWERED);
        receive("ping", ANNA);
        receive("pings", ANNA);
        assertEquals(List.of("PING"), sent);
    }

    @Test
    void questionsAreAnsweredUnlessAPolicyForbidsIt() {
        settings = settings.with((client, datagram, size) -> LOST);
        receive("Ping 1 1.5", ANNA);
        ask(ANNA);
        assertEquals(List.of(RememberedFate.DROPPED), told.get(0).fates());
    }

    @Test
    void clientsThatThePolicyExcludesGetNoAnswer() {
        settings = settings.with((client, datagram, size) -> LOST);
        receive("Ping 1 1.5", ANNA);
        receive("Ping 1 1.5", BERT);
        LossDisclosure onlyBert = BERT::equals;
        settings = new ServerSettings(settings.fates(), onlyBert, RateLimitSettings.DEFAULT, 0);
        ask(ANNA);
        assertEquals(List.of(), told);
        ask(BERT);
        assertEquals(List.of(RememberedFate.DROPPED), told.get(0).fates());
        assertEquals(List.of(), sent, "a question is no ping");
        assertEquals(2, events.all().size());
    }

    private void receive(String text, InetSocketAddress client) {
        responder.receive(
                Datagrams.text(text), client, (reply, to) -> sent.add(Datagrams.text(reply)));
    }

    /** About the ping above. */
    private void ask(InetSocketAddress client) {
        ByteBuffer question =
                new FateQuestion(7, List.of(PingIdentity.of(Datagrams.text("Ping 1 1.5"))))
                        .encode(PingRequest.of(1, Instant.EPOCH, 0));
        responder.receive(
                question, client, (answer, to) -> told.add(FateAnswer.read(answer).orElseThrow()));
    }
}
