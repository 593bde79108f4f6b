package pingmonitor.diagnosis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A socket and a clock by script: waiting for nothing takes just the time that was asked for. */
final class ScriptedSocket implements ProbeSocket {
    /** What comes in answer to a ping's text. */
    final Deque<Function<String, Received>> answers = new ArrayDeque<>();

    final List<String> sent = new ArrayList<>();
    final List<Duration> sentAfter = new ArrayList<>();
    Optional<IOException> failure = Optional.empty();
    boolean repeating;

    /** Nothing comes in before that. */
    Duration silence = Duration.ZERO;

    boolean closed;
    long nanos;

    static Received received(String from, String text) {
        return new Received(
                Story.endpoint(from), ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void send(ByteBuffer content, InetSocketAddress to) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        sent.add(StandardCharsets.US_ASCII.decode(content.duplicate()).toString());
        sentAfter.add(Duration.ofNanos(nanos));
    }

    @Override
    public Optional<Received> receive(Duration atMost) {
        if (answers.isEmpty() || nanos < silence.toNanos()) {
            nanos += atMost.toNanos();
            return Optional.empty();
        }
        nanos += 1_000;
        Function<String, Received> next = repeating ? answers.peek() : answers.poll();
        return Optional.of(next.apply(sent.get(sent.size() - 1)));
    }

    @Override
    public void close() {
        closed = true;
    }
}
