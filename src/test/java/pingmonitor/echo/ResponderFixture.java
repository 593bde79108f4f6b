package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.SeededFatePolicy;

/** A responder on a fake clock, whose replies are kept instead of sent. */
abstract class ResponderFixture {
    static final long SEED = 42;
    static final InetSocketAddress CLIENT = Datagrams.from("127.0.0.1", 50_001);

    /** A reply that left, and when. */
    record Sent(InetSocketAddress to, String text, long atNanos) {}

    final FakeTime time = new FakeTime();
    final Recorder events = new Recorder();
    final List<Sent> sent = new ArrayList<>();
    final ReplyPath path = this::send;
    ServerSettings settings =
            new ServerSettings(fates(Impairments.ofLoss(0)), RateLimitSettings.DEFAULT);
    final Responder responder = responder(ReplyQueue.MAX_REPLIES, events);

    static SeededFatePolicy fates(Impairments impairments) {
        return new SeededFatePolicy(SEED, impairments);
    }

    Responder responder(int maxWaiting, Recorder recorder) {
        return new Responder(
                new AdmissionControl(other -> false, () -> settings),
                new ReplyQueue(maxWaiting, ReplyQueue.MAX_BYTES, () -> {}),
                new FateHistory(time.nanoTime()),
                new ClientHabits(),
                time.clocks(),
                new EventSink(recorder));
    }

    void receive(String text, InetSocketAddress client) {
        responder.receive(Datagrams.text(text), client, path);
    }

    boolean send(ByteBuffer reply, InetSocketAddress to) {
        return sent.add(new Sent(to, Datagrams.text(reply), time.elapsedNanos()));
    }

    /** Moves the clock from reply to reply, and at last to the end of the time given. */
    void runUntilNothingIsDueWithin(long nanos) {
        long leftNanos = nanos;
        while (responder.nanosToNextReply() <= leftNanos) {
            long stepNanos = Math.max(0, responder.nanosToNextReply());
            time.advanceNanos(stepNanos);
            leftNanos -= stepNanos;
            responder.sendDue();
        }
        time.advanceNanos(leftNanos);
    }

    static Impairments delayed(int millis) {
        return new Impairments(
                0, new Delay(Duration.ofMillis(millis), Delay.Spread.CONSTANT), 0, 0);
    }

    static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }
}
