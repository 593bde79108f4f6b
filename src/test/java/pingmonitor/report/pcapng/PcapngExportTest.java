package pingmonitor.report.pcapng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.report.RowRange;
import pingmonitor.session.Scene;

/** A reader that shares nothing with the writer finds the packets of a run in the file. */
class PcapngExportTest {
    private static final int IN = 1;
    private static final int OUT = 2;

    @Test
    void requestAndReplyHaveTheirTextsTimesAndAddresses() throws IOException {
        Scene scene = new Scene().started().sent(1).replied(1, 412_007);
        List<PcapngFile.Packet> packets = written(scene).packets;
        assertEquals(
                List.of(
                        new PcapngFile.Packet(
                                Scene.START,
                                OUT,
                                "",
                                "127.0.0.1",
                                49_152,
                                "127.0.0.1",
                                12_000,
                                "Ping 1 1795430527.102331"),
                        new PcapngFile.Packet(
                                Scene.START.plusNanos(412_007),
                                IN,
                                "",
                                "127.0.0.1",
                                12_000,
                                "127.0.0.1",
                                49_152,
                                "PING 1 1795342927.102331")),
                packets);
    }

    @Test
    void fileSaysThatNothingWasCaptured() throws IOException {
        PcapngFile file = written(new Scene().started().sent(1).timedOut(1));
        assertEquals(101, file.linkType);
        assertTrue(file.sectionOptions.get(1).contains("They were not captured"));
        assertTrue(file.sectionOptions.get(1).contains("127.0.0.1:49152 stands for it"));
        assertEquals("UDP Ping Monitor 1", file.sectionOptions.get(4));
        assertTrue(file.interfaceOptions.get(3).contains("not captured"));
    }

    @Test
    void commentsAreInTheLanguageAskedFor() throws IOException {
        PcapngFile file =
                written(
                        new Scene().started().sent(1).timedOut(1).verdict(1, LossLocation.SERVER),
                        Locale.forLanguageTag("pt"));
        assertTrue(file.sectionOptions.get(1).contains("não foram capturados"));
        assertTrue(file.packets.get(0).comment().startsWith("Perdido: o servidor o descartou"));
    }

    @Test
    void lostPingHasARequestOnly() throws IOException {
        List<PcapngFile.Packet> packets =
                written(new Scene().started().sent(1, 2).timedOut(1).unreachable(2)).packets;
        assertEquals(2, packets.size());
        assertEquals("Lost: no reply came", packets.get(0).comment());
        assertTrue(packets.get(1).comment().startsWith("Lost: the network said"));
    }

    @Test
    void pingThatWasNeverSentHasNoPacket() throws IOException {
        assertEquals(List.of(), written(new Scene().started().sendFailed(1)).packets);
    }

    @Test
    void packetsAreInOrderOfTimeAndLateRepliesAtTheirOwn() throws IOException {
        Scene scene = new Scene().started().sent(1);
        scene.timedOut(1).sent(2, 3).replied(2, 1_000_000).replied(3, 2_000_000);
        scene.late(1, 300_000_000);
        List<PcapngFile.Packet> packets = written(scene).packets;
        assertEquals(
                List.of("Ping 1", "Ping 2", "PING 2", "PING 1", "Ping 3", "PING 3"),
                packets.stream().map(packet -> packet.content().substring(0, 6)).toList());
        assertEquals(Scene.START.plusMillis(300), packets.get(3).at());
        assertTrue(packets.get(3).comment().contains("after the timeout"));
    }

    @Test
    void duplicateIsAFurtherReply() throws IOException {
        Scene scene = new Scene().started().sent(1).replied(1, 1_000_000).duplicate(1, 2_000_000);
        PcapngFile file = written(scene);
        assertEquals(3, file.packets.size());
        assertEquals("Duplicate reply", file.packets.get(2).comment());
        assertFalse(file.sectionOptions.get(1).contains("left out"));
    }

    @Test
    void knownLocalAddressIsUsed() throws IOException {
        InetSocketAddress local = Scene.address("127.0.0.1", 50_123);
        Scene scene = new Scene().started().sent(1).replied(1, 5).mappedAddress(local, local);
        PcapngFile file = written(scene);
        assertEquals(50_123, file.packets.get(0).fromPort());
        assertTrue(file.sectionOptions.get(1).contains("127.0.0.1:50123 is the last"));
    }

    @Test
    void requestIsPaddedToItsLength() throws IOException {
        Scene scene = new Scene(plan("127.0.0.1", 1_024));
        scene.started().add(new PingEvent.Sent(1, Scene.START, 1_024));
        String content = written(scene).packets.get(0).content();
        assertEquals(1_024, content.length());
        assertEquals("Ping 1 1795430527.102331", content.strip());
    }

    @Test
    void ipv6PacketsHaveAddressesOfTheirFamily() throws IOException {
        InetSocketAddress server = Scene.address("2001:db8::7", 12_000);
        Scene scene = new Scene(plan("2001:db8::7", 0));
        scene.add(new PingEvent.Started(server, Scene.START)).sent(1);
        scene.add(new PingEvent.Replied(1, 9, new Reply("x", 1, server, ReplyMatch.UNNAMED)));
        List<PcapngFile.Packet> packets = written(scene).packets;
        assertEquals("32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1", packets.get(0).from());
        assertEquals("32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.7", packets.get(1).from());
        assertEquals("x", packets.get(1).content());
    }

    @Test
    void rowsOutsideTheRangeAreLeftOut() throws IOException {
        Scene scene = new Scene().started().sent(1, 2, 3).timedOut(1).timedOut(2).timedOut(3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export(Locale.ENGLISH).write(scene.session, new RowRange(1, 2), out);
        assertEquals(
                List.of("Ping 2 1795430527.302331"),
                PcapngFile.of(out.toByteArray()).packets.stream()
                        .map(PcapngFile.Packet::content)
                        .toList());
    }

    /** The reader refuses wrong checksums and lengths, so every content and length is tried. */
    @Test
    void anyReplyMakesAValidPacket() throws IOException {
        Random random = new Random(15);
        Scene scene = new Scene(plan("127.0.0.1", 0)).started();
        int pings = 300;
        for (int sequence = 1; sequence <= pings; sequence++) {
            String text =
                    random.ints(random.nextInt(40), 0x20, 0x3000)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            int bytes = sequence == pings ? PingPlan.MAX_MESSAGE_BYTES : random.nextInt(2_000);
            scene.sent(sequence)
                    .add(
                            new PingEvent.Replied(
                                    sequence,
                                    1_000,
                                    new Reply(text, bytes, Scene.SERVER, ReplyMatch.UNNAMED)));
        }
        assertEquals(2 * pings, written(scene).packets.size());
    }

    @Test
    void hostileHostNameIsOneHarmlessLineOfTheComment() throws IOException {
        String host = "a\u202Eb\u0000\r\nc" + "x".repeat(70_000);
        Scene scene = new Scene(plan(host, 0)).started().sent(1).timedOut(1);
        String comment = written(scene).sectionOptions.get(1);
        assertTrue(comment.contains("a\uFFFDb\uFFFD  cx"), comment.substring(0, 400));
        assertEquals(3, comment.lines().count());
    }

    private static PingPlan plan(String host, int messageBytes) {
        return new PingPlan(
                host,
                12_000,
                AddressFamily.ANY,
                0,
                Duration.ofSeconds(1),
                Pacing.DEFAULT,
                messageBytes);
    }

    private static PcapngFile written(Scene scene) throws IOException {
        return written(scene, Locale.ENGLISH);
    }

    private static PcapngFile written(Scene scene, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export(locale).write(scene.session, RowRange.all(scene.session), out);
        return PcapngFile.of(out.toByteArray());
    }

    private static PcapngExport export(Locale locale) {
        return new PcapngExport(locale, "UDP Ping Monitor 1");
    }
}
