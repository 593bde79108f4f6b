package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks again and again which addresses this machine has, on a thread of its own because that can be slow. */
final class AddressWatch implements Runnable {
    private static final System.Logger LOG = System.getLogger(AddressWatch.class.getName());

    private final LocalAddressSource addresses;
    private final Duration period;
    private final Consumer<List<InetAddress>> found;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final FirstDefect defects = new FirstDefect(LOG);

    AddressWatch(LocalAddressSource addresses, Duration period, Consumer<List<InetAddress>> found) {
        this.addresses = addresses;
        this.period = period;
        this.found = found;
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(period.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread ends soon after. */
    void stop() {
        stopped.countDown();
    }

    private void look() {
        try {
            found.accept(addresses.list());
        } catch (IOException e) {
            // Interfaces changed while they were listed, for instance: what is open stays open
            // until the next look.
            return;
        } catch (RuntimeException | Error e) {
            defects.tell(() -> "looking for addresses broke", e);
        }
    }
}
