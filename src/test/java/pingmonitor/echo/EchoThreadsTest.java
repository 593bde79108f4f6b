package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EchoThreadsTest {
    @Test
    void aThreadDoesNotKeepTheProgramAlive() throws InterruptedException {
        AtomicReference<Thread> worked = new AtomicReference<>();
        Thread thread =
                EchoThreads.daemon(() -> worked.set(Thread.currentThread()), "echo-something");
        assertTrue(thread.isDaemon());
        assertEquals("echo-something", thread.getName());
        assertEquals(Thread.State.NEW, thread.getState());
        thread.start();
        Threads.awaitEnd(thread);
        assertEquals(thread, worked.get());
    }

    @Test
    void waitingForAThreadSleepsUntilItEnds() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        Thread working = working(goOn);
        AtomicBoolean interrupted = new AtomicBoolean(true);
        Thread waiting = waitingFor(working, interrupted);
        Threads.awaitState(Thread.State.WAITING, waiting);
        goOn.countDown();
        Threads.awaitEnd(waiting);
        assertFalse(working.isAlive());
        assertFalse(interrupted.get(), "nobody interrupted it");
    }

    @Test
    void anInterruptedWaitGoesOnAndKeepsTheInterrupt() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        Thread working = working(goOn);
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread waiting = waitingFor(working, interrupted);
        Threads.awaitState(Thread.State.WAITING, waiting);
        waiting.interrupt();
        Threads.await(
                () -> !waiting.isInterrupted() && waiting.getState() == Thread.State.WAITING,
                "it to wait on");
        assertTrue(waiting.isAlive());
        goOn.countDown();
        Threads.awaitEnd(waiting);
        assertFalse(working.isAlive());
        assertTrue(interrupted.get());
    }

    private static Thread working(CountDownLatch goOn) {
        Thread thread =
                EchoThreads.daemon(
                        () -> {
                            try {
                                goOn.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        },
                        "working");
        thread.start();
        return thread;
    }

    /**
     * @param interrupted set when the waiting is over
     */
    private static Thread waitingFor(Thread other, AtomicBoolean interrupted) {
        Thread thread =
                EchoThreads.daemon(
                        () -> {
                            EchoThreads.join(other);
                            interrupted.set(Thread.currentThread().isInterrupted());
                        },
                        "waiting");
        thread.start();
        return thread;
    }
}
