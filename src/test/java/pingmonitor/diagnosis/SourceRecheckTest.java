package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SourceRecheckTest {
    private static final InetSocketAddress SERVER = Story.endpoint("192.168.1.20:12000");
    private static final BooleanSupplier GOES_ON = () -> false;

    private final ScriptedSocket socket = new ScriptedSocket();
    private final SourceRecheck recheck =
            new SourceRecheck(() -> socket, () -> socket.nanos, InstantSource.fixed(Story.START));

    @Test
    void aReplyFromAnotherPortTellsWhichOne() {
        socket.answers.add(ping -> ScriptedSocket.received("192.168.1.20:40000", upper(ping)));

        assertEquals(new Recheck.Elsewhere(Story.endpoint("192.168.1.20:40000"), SERVER), look());
        assertTrue(socket.closed);
    }

    @Test
    void aReplyFromAnotherAddressCountsIfItIsAReply() {
        socket.answers.add(ping -> ScriptedSocket.received("10.9.9.9:12000", "something else"));
        socket.answers.add(ping -> ScriptedSocket.received("192.168.1.21:12000", upper(ping)));

        assertEquals(new Recheck.Elsewhere(Story.endpoint("192.168.1.21:12000"), SERVER), look());
    }

    @Test
    void aServersOwnTextFromTheSameMachineCounts() {
        socket.answers.add(ping -> ScriptedSocket.received("192.168.1.20:40000", "hello"));

        assertEquals(new Recheck.Elsewhere(Story.endpoint("192.168.1.20:40000"), SERVER), look());
    }

    @Test
    void anAnswerFromTheExpectedAddressMeansThatTheServerAnswersNow() {
        socket.answers.add(ping -> ScriptedSocket.received("192.168.1.20:12000", upper(ping)));

        Duration rtt = Duration.ofNanos(1_000);
        assertEquals(new Recheck.AnswersNow(SERVER, rtt, rtt), look());
    }

    @Test
    void anAnswerThatNamesItsPingTellsHowLongItTook() {
        socket.silence = SourceRecheck.GAP.multipliedBy(2);
        socket.answers.add(
                ping -> ScriptedSocket.received("192.168.1.20:12000", upper(socket.sent.get(1))));

        Duration rtt = SourceRecheck.GAP.plusNanos(1_000);
        assertEquals(new Recheck.AnswersNow(SERVER, rtt, rtt), look());
    }

    @Test
    void anOwnTextMayBeTheAnswerToAnyOfThePings() {
        socket.silence = SourceRecheck.GAP.multipliedBy(2);
        socket.answers.add(ping -> ScriptedSocket.received("192.168.1.20:12000", "hello"));

        assertEquals(
                new Recheck.AnswersNow(
                        SERVER,
                        Duration.ofNanos(1_000),
                        SourceRecheck.GAP.multipliedBy(2).plusNanos(1_000)),
                look());
    }

    @Test
    void silenceShowsNothingAndEndsAfterThreePings() {
        assertEquals(new Recheck.Nothing(), look());
        assertEquals(
                List.of(
                        "Ping 11 1795514400.000000",
                        "Ping 12 1795514400.000000",
                        "Ping 13 1795514400.000000"),
                socket.sent);
        assertEquals(
                List.of(Duration.ZERO, SourceRecheck.GAP, SourceRecheck.GAP.multipliedBy(2)),
                socket.sentAfter);
        assertEquals(SourceRecheck.WHOLE.toNanos(), socket.nanos);
        assertTrue(socket.closed);
    }

    @Test
    void aFloodOfOtherDatagramsEndsTheRecheck() {
        socket.repeating = true;
        socket.answers.add(ping -> ScriptedSocket.received("10.9.9.9:9", "flood"));

        assertEquals(new Recheck.Nothing(), look());
        assertEquals(SourceRecheck.MAX_HEARD * 1_000L, socket.nanos);
    }

    @Test
    void theRecheckCanBeStopped() {
        assertEquals(
                new Recheck.Nothing(), recheck.look(SERVER, 11, 0, () -> socket.sent.size() > 0));
        assertEquals(SourceRecheck.SLICE.toNanos(), socket.nanos);
    }

    @Test
    void aFailedSendProvesNothing() {
        socket.failure = Optional.of(new IOException("Network is unreachable"));

        assertEquals(new Recheck.Nothing(), look());
        assertTrue(socket.closed);
        SourceRecheck without =
                new SourceRecheck(
                        () -> {
                            throw new IOException("Too many open files");
                        },
                        () -> 0,
                        InstantSource.fixed(Story.START));
        assertEquals(new Recheck.Nothing(), without.look(SERVER, 1, 0, GOES_ON));
    }

    @Test
    void itsPingsAreAsLongAsTheRunsWere() {
        recheck.look(SERVER, 11, 64, GOES_ON);

        assertEquals(64, socket.sent.get(0).length());
    }

    /** A server that answers through a second socket, as students write it. */
    @Test
    @Timeout(60)
    void onTheWireTheOtherPortIsSeen() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket listening = new DatagramSocket(0, loopback);
                DatagramSocket answering = new DatagramSocket(0, loopback)) {
            listening.setSoTimeout(30_000);
            CompletableFuture<Void> server =
                    CompletableFuture.runAsync(() -> answerOnce(listening, answering));
            // By a clock that stands still, since the server may be slow to begin.
            SourceRecheck patient =
                    new SourceRecheck(UdpProbeSocket::open, () -> 0, InstantSource.system());
            Recheck shown =
                    patient.look(
                            (InetSocketAddress) listening.getLocalSocketAddress(), 11, 0, GOES_ON);
            server.get(30, TimeUnit.SECONDS);

            assertEquals(
                    new Recheck.Elsewhere(
                            (InetSocketAddress) answering.getLocalSocketAddress(),
                            (InetSocketAddress) listening.getLocalSocketAddress()),
                    shown);
        }
    }

    private static void answerOnce(DatagramSocket listening, DatagramSocket answering) {
        try {
            DatagramPacket ping = new DatagramPacket(new byte[2_048], 2_048);
            listening.receive(ping);
            answering.send(
                    new DatagramPacket(ping.getData(), ping.getLength(), ping.getSocketAddress()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Recheck look() {
        return recheck.look(SERVER, 11, 0, GOES_ON);
    }

    private static String upper(String ping) {
        return ping.toUpperCase(Locale.ROOT);
    }
}
