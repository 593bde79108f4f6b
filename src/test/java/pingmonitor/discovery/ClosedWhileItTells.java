package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Closes something in the middle of what it tells first. */
final class ClosedWhileItTells {
    private final Thread closer;
    private final List<String> order = new CopyOnWriteArrayList<>();

    ClosedWhileItTells(Runnable close) {
        closer =
                new Thread(
                        () -> {
                            close.run();
                            order.add("closed");
                        });
    }

    /** To be told. Ends the first time when the closing waits or has returned. */
    void told() {
        if (closer.getState() != Thread.State.NEW) {
            return;
        }
        closer.start();
        while (closer.getState() != Thread.State.BLOCKED && closer.isAlive()) {
            Thread.onSpinWait();
        }
        order.add("told");
    }

    /** Only then may whoever has closed it say his own last word. */
    void assertClosedAfterTelling() throws InterruptedException {
        closer.join();
        assertEquals(List.of("told", "closed"), order);
    }
}
