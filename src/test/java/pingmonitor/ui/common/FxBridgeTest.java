package pingmonitor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FxBridgeTest {
    private final Deque<Runnable> fxTasks = new ArrayDeque<>();
    private final List<Long> waits = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private long state;
    private long seen;
    private int refreshes;

    private final FxBridge bridge =
            new FxBridge(
                    () -> {
                        if (state < 0) {
                            throw new IllegalStateException("a defect");
                        }
                        refreshes++;
                        seen = state;
                    },
                    afterNanos -> {
                        waits.add(afterNanos);
                        return fxTasks::add;
                    },
                    now::get);

    private void change() {
        state++;
        bridge.signal();
    }

    private void runFx() {
        while (!fxTasks.isEmpty()) {
            fxTasks.poll().run();
        }
    }

    @Test
    void aRefreshThatBreaksKeepsNoLaterOneFromRunning() {
        state = -1;
        bridge.signal();
        assertThrows(IllegalStateException.class, this::runFx);
        change();
        change();
        runFx();
        assertEquals(1, seen);
    }

    @Test
    void aFailedHandOverIsTriedAgainAtTheNextSignal() {
        AtomicLong tries = new AtomicLong();
        FxBridge broken =
                new FxBridge(
                        () -> {},
                        afterNanos ->
                                task -> {
                                    tries.incrementAndGet();
                                    throw new IllegalStateException("no toolkit");
                                },
                        now::get);
        assertThrows(IllegalStateException.class, broken::signal);
        assertThrows(IllegalStateException.class, broken::signal);
        assertEquals(2, tries.get());
    }

    @Test
    void thousandsOfSignalsMakeOneTaskAndItSeesTheLastState() {
        for (int i = 0; i < 10_000; i++) {
            change();
        }

        assertEquals(1, fxTasks.size());
        runFx();
        assertEquals(10_000, seen);
        assertEquals(1, refreshes);
    }

    @Test
    void theFirstSignalCrossesAtOnceAndTheNextWaitsForAPulse() {
        change();
        runFx();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(6));
        change();
        runFx();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        change();

        assertEquals(
                List.of(0L, FxBridge.SPACING_NANOS - TimeUnit.MILLISECONDS.toNanos(6), 0L), waits);
    }

    @Test
    void aGatheringBridgeWaitsAPulseAfterTheFirstSignal() {
        FxBridge gathering =
                FxBridge.gathering(
                        () -> seen = state,
                        afterNanos -> {
                            waits.add(afterNanos);
                            return fxTasks::add;
                        },
                        now::get);
        for (int ping = 1; ping <= 3; ping++) {
            state++;
            gathering.signal();
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            state++;
            gathering.signal();
            now.addAndGet(FxBridge.SPACING_NANOS);
            runFx();
            assertEquals(2 * ping, seen);
        }

        assertEquals(Collections.nCopies(3, FxBridge.SPACING_NANOS), waits);
    }

    @Test
    void signalDuringTheRefreshLeadsToAnother() {
        FxBridge[] self = new FxBridge[1];
        List<Long> seenByRefreshes = new ArrayList<>();
        self[0] =
                new FxBridge(
                        () -> {
                            seenByRefreshes.add(state);
                            if (state == 1) {
                                // An event comes after the refresh has taken the state over.
                                state = 2;
                                self[0].signal();
                            }
                        },
                        afterNanos -> fxTasks::add,
                        now::get);
        state = 1;
        self[0].signal();
        runFx();

        assertEquals(List.of(1L, 2L), seenByRefreshes);
    }

    @Test
    void lastStateIsDeliveredWhileManyThreadsSignal() throws InterruptedException {
        int threads = 4;
        int each = 25_000;
        AtomicLong changes = new AtomicLong();
        AtomicLong delivered = new AtomicLong();
        CountDownLatch all = new CountDownLatch(1);
        AtomicLong tasks = new AtomicLong();
        ExecutorService fx = Executors.newSingleThreadExecutor();
        FxBridge live =
                new FxBridge(
                        () -> {
                            delivered.set(changes.get());
                            if (delivered.get() == (long) threads * each) {
                                all.countDown();
                            }
                        },
                        afterNanos -> {
                            tasks.incrementAndGet();
                            return fx;
                        },
                        System::nanoTime);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread sender =
                    new Thread(
                            () -> {
                                for (int k = 0; k < each; k++) {
                                    changes.incrementAndGet();
                                    live.signal();
                                }
                            });
            senders.add(sender);
            sender.start();
        }
        for (Thread sender : senders) {
            sender.join();
        }

        assertTrue(all.await(20, TimeUnit.SECONDS), () -> "delivered " + delivered);
        fx.shutdownNow();
        assertTrue(tasks.get() <= (long) threads * each);
    }
}
