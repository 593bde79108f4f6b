package pingmonitor.ping.delay;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger;
import pingmonitor.host.OperatingSystem;

/**
 * How long one thread was ready to run and had to wait for a processor: what makes the stamp of a reply late although
 * the reply was there. Only Linux tells ({@code /proc/thread-self/schedstat}, the second figure of
 * {@code Documentation/scheduler/sched-stats}); elsewhere the wait reads as 0. Used by the thread that opened it.
 */
public final class SchedulerDelay implements Closeable {
    private static final Logger LOG = System.getLogger(SchedulerDelay.class.getName());
    private static final String OF_THIS_THREAD = "/proc/thread-self/schedstat";

    /** Three numbers of at most 20 digits, two blanks and the end of the line. */
    private static final int LONGEST_LINE = 64;

    private final byte[] line = new byte[LONGEST_LINE];
    private final Source source;
    private long beforeNanos;

    /** A file that is read anew from its beginning; seen by tests. */
    public interface Source extends Closeable {
        /** Reads into the bytes; how many, -1 for none. */
        int read(byte[] into) throws IOException;

        @Override
        void close() throws IOException;
    }

    public SchedulerDelay(Source source) {
        this.source = source;
        this.beforeNanos = totalNanos();
    }

    /** Of the calling thread, from now on. */
    public static SchedulerDelay ofThisThread() {
        return OperatingSystem.current() == OperatingSystem.LINUX
                ? of(OF_THIS_THREAD)
                : new SchedulerDelay(new Nothing());
    }

    /** What such a file tells, from now on; no wait where it is not there. */
    static SchedulerDelay of(String file) {
        return new SchedulerDelay(open(file));
    }

    /** The wait since the last call, or since the beginning; 0 where it is not known. */
    public long waitedNanos() {
        long nowNanos = totalNanos();
        long waitedNanos = nowNanos - beforeNanos;
        beforeNanos = nowNanos;
        return waitedNanos;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "closing " + OF_THIS_THREAD, e);
        }
    }

    private long totalNanos() {
        try {
            return second(source.read(line));
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, OF_THIS_THREAD, e);
            return beforeNanos;
        }
    }

    /**
     * Without an object: this is read with every reply. What is no such line counts as no wait, and so does a number
     * that nothing follows: it may have been cut.
     */
    private long second(int length) {
        int end = 0;
        while (end < length && line[end] != ' ') {
            end++;
        }
        int first = end + 1;
        long number = 0;
        for (end = first; end < length && line[end] >= '0' && line[end] <= '9'; end++) {
            number = number * 10 + line[end] - '0';
        }
        boolean whole = end > first && end < length;
        return whole ? number : beforeNanos;
    }

    private static Source open(String file) {
        try {
            return new ProcFile(new RandomAccessFile(file, "r"));
        } catch (IOException e) {
            LOG.log(Logger.Level.TRACE, "this system does not tell", e);
            return new Nothing();
        }
    }

    private record ProcFile(RandomAccessFile file) implements Source {
        @Override
        public int read(byte[] into) throws IOException {
            file.seek(0);
            return file.read(into);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private record Nothing() implements Source {
        @Override
        public int read(byte[] into) {
            return -1;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
