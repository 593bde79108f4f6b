package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.SeededFatePolicy;

class EndpointReaderTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDefectIsReportedOnceAndTheNextDatagramIsAnswered(boolean isError)
            throws IOException, InterruptedException {
        AtomicInteger datagrams = new AtomicInteger();
        FakeTime time = new FakeTime();
        EchoClocks failing =
                new EchoClocks(
                        () -> {
                            if (datagrams.incrementAndGet() > 3) {
                                return 0;
                            }
                            if (isError) {
                                throw new NoClassDefFoundError("on purpose");
                            }
                            throw new IllegalStateException("on purpose");
                        },
                        time.clocks().wall());
        ServerSettings settings =
                new ServerSettings(
                        new SeededFatePolicy(42, Impairments.ofLoss(0)), RateLimitSettings.DEFAULT);
        Responder responder =
                new Responder(
                        new AdmissionControl(other -> false, () -> settings),
                        new ReplyQueue(100, 1_000, () -> {}),
                        new FateHistory(0),
                        new ClientHabits(),
                        failing,
                        new EventSink(new Recorder()));
        Endpoints endpoints = Endpoints.open(0, List.of(Loopback.FIRST), false);
        Endpoint endpoint = endpoints.takeOpened().get(0);
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread =
                new Thread(
                        new EndpointReader(
                                endpoint,
                                sender -> Optional.of(endpoint),
                                responder,
                                gone -> ended.countDown()));
        try (QuietLog quiet = QuietLog.of(EndpointReader.class);
                TestClient client = new TestClient(Loopback.FIRST, endpoints.port())) {
            thread.start();
            client.send("one");
            client.send("two");
            client.send("three");
            assertEquals("FOUR", client.ask("four"));
            endpoints.close();
            ended.await();
            assertEquals(1, quiet.messages());
        }
        thread.join();
    }
}
