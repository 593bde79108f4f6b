package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WakeSignalTest {
    private final WakeSignal doorbell = new WakeSignal();

    @Test
    void oneWaitTakesAllEarlierSignals() throws InterruptedException {
        AtomicInteger heard = new AtomicInteger();
        Thread listener =
                EchoThreads.daemon(
                        () -> {
                            for (int i = 0; i < 2; i++) {
                                doorbell.await(Long.MAX_VALUE);
                                heard.incrementAndGet();
                            }
                        },
                        "listener");
        doorbell.ring();
        doorbell.ring();
        doorbell.ring();
        listener.start();
        Threads.await(
                () ->
                        heard.get() == 2
                                || heard.get() == 1
                                        && listener.getState() == Thread.State.TIMED_WAITING,
                "the listener to wait again");
        assertEquals(1, heard.get());
        doorbell.ring();
        Threads.awaitEnd(listener);
        assertEquals(2, heard.get());
    }
}
