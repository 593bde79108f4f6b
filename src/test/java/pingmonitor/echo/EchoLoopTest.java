package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoLoopTest {
    private final Recorder events = new Recorder();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void defectInADueReplyCostsThatReplyOnlyAndIsToldOnce(boolean isError)
            throws IOException, InterruptedException {
        FakeTime time = new FakeTime();
        Doorbell doorbell = new Doorbell();
        ReplyQueue queue = new ReplyQueue(100, 1_000, doorbell::ring);
        EventSink sink = new EventSink(events);
        Conduct conduct = new Conduct(Impairments.ofLoss(0), AbuseLimits.DEFAULT, 42, 0);
        Responder responder =
                new Responder(
                        new Gatekeeper(other -> false, () -> conduct), queue, time.clocks(), sink);
        ReplyPath broken =
                (reply, to) -> {
                    if (isError) {
                        throw new NoClassDefFoundError("on purpose");
                    }
                    throw new IllegalStateException("on purpose");
                };
        queue.add(due("one", broken, time));
        queue.add(due("two", (reply, to) -> true, time));
        queue.add(due("three", broken, time));
        queue.add(due("four", (reply, to) -> true, time));
        Endpoints endpoints = Endpoints.open(0, List.of(Loopback.FIRST));
        EchoLoop loop = new EchoLoop(endpoints, responder, sink, time.clocks(), doorbell);
        Thread thread = new Thread(loop);
        try (QuietLog quiet = QuietLog.of(EchoLoop.class)) {
            thread.start();
            events.awaitDatagrams(2);
            loop.stop();
            thread.join();
            assertEquals(1, quiet.messages());
        }
        assertEquals(
                List.of("two", "four"),
                events.datagrams().stream().map(ServerEvent.OfDatagram::text).toList());
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
    }

    private static PendingReply due(String text, ReplyPath path, FakeTime time) {
        return new PendingReply(
                text.getBytes(StandardCharsets.US_ASCII),
                Datagrams.from("127.0.0.1", 50_001),
                path,
                0,
                1,
                time.nanoTime());
    }
}
