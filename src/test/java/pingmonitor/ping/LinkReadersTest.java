package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a reader's thread tells, and in which order. */
@Timeout(60)
class LinkReadersTest {
    /** So long that no ordinary lateness of the test's own machine is taken for it. */
    private static final long WAITED_NANOS = 3_600_000_000_000L;

    private final Told told = new Told();

    @Test
    void theWaitForAProcessorIsToldBeforeTheReplyItHeldUp() throws IOException {
        read(new Script("reply"), "0 0 0", "0 " + WAITED_NANOS + " 0");
        assertEquals(List.of("held up", "reply", "closed"), told.withoutOwnSlowness());
        long[] heldUp = told.heldUp.get(0);
        assertEquals(told.stamps.get(0), heldUp[1], "until it was stamped");
        assertEquals(WAITED_NANOS, heldUp[1] - heldUp[0]);
    }

    @Test
    void whatIsDoneWithAReplyHoldsUpTheNextOne() throws IOException {
        told.slow = true;
        read(new Script("reply"), "0 0 0");
        assertEquals(List.of("reply", "held up", "closed"), told.story);
        assertHeldUpFromTheStampOn();
    }

    @Test
    void whatIsDoneWithBadNewsHoldsUpTheNextReply() throws IOException {
        told.slow = true;
        Script refused = new Script();
        refused.errors.add(new PortUnreachableException());
        read(refused, "0 0 0");
        assertEquals(List.of("refused", "held up", "closed"), told.story);
        assertHeldUpFromTheStampOn();
    }

    @Test
    void theWaitInBetweenIsNotToldOfTheNextReply() throws IOException {
        read(new Script("first", "second"), "0 0 0", "0 0 0", "0 " + WAITED_NANOS + " 0");
        assertEquals(List.of("first", "second", "closed"), told.withoutOwnSlowness());
    }

    private void assertHeldUpFromTheStampOn() {
        long[] heldUp = told.heldUp.get(0);
        assertEquals(told.stamps.get(0), heldUp[0]);
        assertTrue(heldUp[1] - heldUp[0] >= HeldUp.LEAST_NANOS);
    }

    private void read(Script script, String... schedstat) throws IOException {
        RunQueue.Source source = new Schedstat(new ArrayDeque<>(List.of(schedstat)));
        LinkReaders readers = new LinkReaders(remote -> script, told, () -> new RunQueue(source));
        readers.open(ScriptedNet.SERVER);
        readers.join();
    }

    /** Used by one reader's thread, looked at when that is over. */
    private static final class Told implements LinkReaders.Receiver {
        final List<String> story = new ArrayList<>();
        final List<Long> stamps = new ArrayList<>();
        final List<long[]> heldUp = new ArrayList<>();
        boolean slow;

        /** The story with only those hold-ups that are too long for this machine's own. */
        List<String> withoutOwnSlowness() {
            List<String> left = new ArrayList<>();
            int nth = 0;
            for (String each : story) {
                long[] times = each.equals("held up") ? heldUp.get(nth++) : new long[2];
                boolean own = each.equals("held up") && times[1] - times[0] < WAITED_NANOS;
                if (!own) {
                    left.add(each);
                }
            }
            return left;
        }

        @Override
        public void datagram(Link link, ByteBuffer datagram, long stampNanos) {
            stamped(StandardCharsets.US_ASCII.decode(datagram).toString(), stampNanos);
        }

        @Override
        public void refused(Link link, long stampNanos, PingEvent.Refusal refusal) {
            stamped("refused", stampNanos);
        }

        @Override
        public void failed(Link link, IOException error) {
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
            while (slow && System.nanoTime() - stampNanos < HeldUp.LEAST_NANOS) {
                Thread.onSpinWait();
            }
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
        public void close() {
            // Nothing is open.
        }
    }

    /** The last line stands once it is reached. */
    private record Schedstat(Deque<String> lines) implements RunQueue.Source {
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
