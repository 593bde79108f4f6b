package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.ping.delay.LocalDelay;
import pingmonitor.ping.delay.SchedulerDelay;

/** What a reader's thread tells, and in which order. */
@Timeout(60)
class SocketReadersTest {
    private static final long WAITED_NANOS = 5_000_000;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - WAITED_NANOS / 2);
    private final Told told = new Told(clock);

    @Test
    void theWaitForAProcessorIsToldBeforeTheReplyItHeldUp() throws IOException {
        read(new Script("reply"), "0 0 0", "0 " + WAITED_NANOS + " 0");
        assertEquals(List.of("held up", "reply", "closed"), told.story);
        long[] heldUp = told.heldUp.get(0);
        assertEquals(told.stamps.get(0), heldUp[1], "until it was stamped");
        assertEquals(WAITED_NANOS, heldUp[1] - heldUp[0]);
    }

    @Test
    void whatIsDoneWithAReplyHoldsUpTheNextOne() throws IOException {
        told.takesNanos = LocalDelay.MIN_NANOS;
        read(new Script("reply"), "0 0 0");
        assertEquals(List.of("reply", "held up", "closed"), told.story);
        assertHeldUpFromTheStampOn();
    }

    @Test
    void whatIsDoneWithBadNewsHoldsUpTheNextReply() throws IOException {
        told.takesNanos = LocalDelay.MIN_NANOS;
        Script refused = new Script();
        refused.errors.add(new PortUnreachableException());
        read(refused, "0 0 0");
        assertEquals(List.of("refused", "held up", "closed"), told.story);
        assertHeldUpFromTheStampOn();
    }

    @Test
    void whatIsShorterIsNotTold() throws IOException {
        told.takesNanos = LocalDelay.MIN_NANOS - 1;
        read(new Script("reply"), "0 0 0", "0 " + (LocalDelay.MIN_NANOS - 1) + " 0");
        assertEquals(List.of("reply", "closed"), told.story);
    }

    @Test
    void theWaitInBetweenIsNotToldOfTheNextReply() throws IOException {
        told.takesNanos = SocketReaders.LONG_NANOS;
        read(new Script("first", "second"), "0 0 0", "0 0 0", "0 " + WAITED_NANOS + " 0");
        assertEquals(List.of("first", "second", "closed"), told.story);
    }

    @Test
    void afterQuickWorkTheSystemIsNotAskedOnceMore() throws IOException {
        told.takesNanos = SocketReaders.LONG_NANOS - 1;
        read(new Script("first", "second"), "0 0 0", "0 0 0", "0 " + WAITED_NANOS + " 0");
        assertEquals(List.of("first", "held up", "second", "closed"), told.story);
    }

    private void assertHeldUpFromTheStampOn() {
        long[] heldUp = told.heldUp.get(0);
        assertEquals(told.stamps.get(0), heldUp[0]);
        assertEquals(told.takesNanos, heldUp[1] - heldUp[0]);
    }

    private void read(Script script, String... schedstat) throws IOException {
        SchedulerDelay.Source source = new Schedstat(new ArrayDeque<>(List.of(schedstat)));
        SocketReaders readers =
                new SocketReaders(
                        remote -> script, told, () -> new SchedulerDelay(source), clock::get);
        readers.open(ScriptedNet.SERVER);
        readers.join();
    }

    /** Used by one reader's thread, looked at when that is over. */
    private static final class Told implements SocketReaders.Receiver {
        final List<String> story = new ArrayList<>();
        final List<Long> stamps = new ArrayList<>();
        final List<long[]> heldUp = new ArrayList<>();
        long takesNanos;
        private final AtomicLong clock;

        Told(AtomicLong clock) {
            this.clock = clock;
        }

        @Override
        public void datagram(PingSocket link, ByteBuffer datagram, long stampNanos) {
            stamped(StandardCharsets.US_ASCII.decode(datagram).toString(), stampNanos);
        }

        @Override
        public void refused(PingSocket link, long stampNanos, PingEvent.Refusal refusal) {
            stamped("refused", stampNanos);
        }

        @Override
        public void failed(PingSocket link, IOException error) {
            story.add("closed");
        }

        @Override
        public void broken(Throwable defect) {
            story.add("broken " + defect);
        }

        @Override
        public void heldUp(long fromNanos, long untilNanos) {
            story.add("held up");
            heldUp.add(new long[] {fromNanos, untilNanos});
        }

        private void stamped(String what, long stampNanos) {
            story.add(what);
            stamps.add(stampNanos);
            clock.addAndGet(takesNanos);
        }
    }

    /** Datagrams, then errors, then closed. */
    private static final class Script implements Transport {
        final Deque<IOException> errors = new ArrayDeque<>();
        private final Deque<String> datagrams;

        Script(String... datagrams) {
            this.datagrams = new ArrayDeque<>(List.of(datagrams));
        }

        @Override
        public void send(ByteBuffer message) {
            throw new AssertionError("a reader sends nothing");
        }

        @Override
        public void receive(ByteBuffer buffer) throws IOException {
            if (!datagrams.isEmpty()) {
                buffer.put(datagrams.remove().getBytes(StandardCharsets.US_ASCII));
            } else if (!errors.isEmpty()) {
                throw errors.remove();
            } else {
                throw new ClosedChannelException();
            }
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** The last line stands once it is reached. */
    private record Schedstat(Deque<String> lines) implements SchedulerDelay.Source {
        @Override
        public int read(byte[] into) {
            String line = lines.size() > 1 ? lines.remove() : lines.element();
            byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, into, 0, bytes.length);
            return bytes.length;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
