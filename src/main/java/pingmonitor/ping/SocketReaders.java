package pingmonitor.ping;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import pingmonitor.ping.delay.LocalDelay;
import pingmonitor.ping.delay.SchedulerDelay;

/**
 * Opens ports with a thread each that waits in a blocking read, so that a datagram is stamped the moment it is there.
 */
final class SocketReaders {
    private static final int MAX_DATAGRAM_BYTES = 65_535;

    /** So that an error that comes again and again does not keep a processor busy. */
    private static final long WAIT_AFTER_ERROR_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Waiting for a processor for less than this, while something was told, makes no hold-up. */
    static final long LONG_NANOS = LocalDelay.MIN_NANOS / 5;

    /** Takes what a thread has read; called on that thread. */
    interface Receiver {
        void datagram(PingSocket link, ByteBuffer datagram, long stampNanos);

        /** The thread could not attend to its port in that time. */
        void heldUp(long fromNanos, long untilNanos);

        void refused(PingSocket link, long stampNanos, PingEvent.Refusal refusal);

        /** Nothing could be read; with the port closed nothing more will be. */
        void failed(PingSocket link, IOException error);

        /** A defect of the program; nothing more will be read from that port. */
        void broken(Throwable defect);
    }

    private final Transport.Factory transports;
    private final Receiver receiver;
    private final Supplier<SchedulerDelay> queues;
    private final LongSupplier nanoTime;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /**
     * @param queues asked by each thread for its own wait
     */
    SocketReaders(
            Transport.Factory transports,
            Receiver receiver,
            Supplier<SchedulerDelay> queues,
            LongSupplier nanoTime) {
        this.transports = transports;
        this.receiver = receiver;
        this.queues = queues;
        this.nanoTime = nanoTime;
    }

    /** A new port, its thread about to read: a reply is never stamped late because the thread was still starting. */
    PingSocket open(InetSocketAddress remote) throws IOException {
        PingSocket link = new PingSocket(transports.open(remote));
        CountDownLatch aboutToRead = new CountDownLatch(1);
        Thread thread = new Thread(() -> read(link, aboutToRead), "ping-reader");
        thread.setDaemon(true);
        threads.removeIf(old -> !old.isAlive());
        thread.start();
        threads.add(thread);
        try {
            aboutToRead.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return link;
    }

    /** Waits for the threads of ports that were closed. */
    void join() {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void read(PingSocket link, CountDownLatch aboutToRead) {
        try (SchedulerDelay queue = queues.get()) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_DATAGRAM_BYTES);
            aboutToRead.countDown();
            while (readOne(link, buffer, queue)) {
                buffer.clear();
            }
        } catch (RuntimeException | Error defect) {
            receiver.broken(defect);
        } finally {
            // Also when there was no memory for the buffer: somebody waits for it.
            aboutToRead.countDown();
        }
    }

    private boolean readOne(PingSocket link, ByteBuffer buffer, SchedulerDelay queue) {
        try {
            link.transport.receive(buffer);
            long stampNanos = nanoTime.getAsLong();
            // Before the datagram: a ping is judged when it is settled.
            tellIfLong(stampNanos - queue.waitedNanos(), stampNanos);
            receiver.datagram(link, buffer.flip(), stampNanos);
            attended(stampNanos, queue);
        } catch (ClosedChannelException e) {
            receiver.failed(link, e);
            return false;
        } catch (IOException e) {
            long stampNanos = nanoTime.getAsLong();
            Optional<PingEvent.Refusal> refusal = ProblemClassifier.refusal(e);
            if (refusal.isPresent()) {
                receiver.refused(link, stampNanos, refusal.get());
                tellIfLong(stampNanos, nanoTime.getAsLong());
            } else {
                receiver.failed(link, e);
                LockSupport.parkNanos(WAIT_AFTER_ERROR_NANOS);
            }
            // No reply was waited for.
            queue.waitedNanos();
        }
        return true;
    }

    /** A reply that came in meanwhile, to the next ping perhaps, lies in the socket. */
    private void attended(long stampNanos, SchedulerDelay queue) {
        long nowNanos = nanoTime.getAsLong();
        if (nowNanos - stampNanos >= LONG_NANOS) {
            tellIfLong(stampNanos, nowNanos);
            // What it waited for meanwhile was told with all else it did. Asking takes time that
            // the next reply should not have to wait.
            queue.waitedNanos();
        }
    }

    private void tellIfLong(long fromNanos, long untilNanos) {
        if (untilNanos - fromNanos >= LocalDelay.MIN_NANOS) {
            receiver.heldUp(fromNanos, untilNanos);
        }
    }
}
