package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.Scene;

/** The console's exact words. */
class ConsoleTextTest {
    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    @Test
    void aWholeRunInEnglish() {
        assertEquals(
                """
                PING 127.0.0.1 (127.0.0.1) port 12000: 10 pings, timeout 1 s, pause 200 ms
                PING 1 1795342927.102331  RTT = 0.000412 s
                PING 2 1795342927.102331  RTT = 0.000231 s
                Request timed out
                Late reply to ping 3: RTT = 1.204311 s, after the timeout, so the ping stays lost
                Duplicate reply to ping 2: RTT = 1.400000 s
                Foreign datagram from 127.0.0.1:12000, it answers no ping of this run: hello {0}
                Ping 4: port unreachable, the answer was that port 12000 of 127.0.0.1 is closed
                Ping 5 was not sent: There is no route to 127.0.0.1: check the network connection and the address.
                PEEP  RTT = 0.000250 s  (unverified: it names neither number nor time)
                Ping 7 cancelled: the run was stopped while it was under way

                --- 127.0.0.1:12000 ping statistics ---
                6 packets transmitted, 3 received, 40% packet loss, time 5103ms
                late: 1, unreachable: 1, cancelled: 1, not sent: 1, duplicates: 1, foreign: 1, unverified: 1
                rtt min/avg/max/stddev = 0.231/0.298/0.412/0.099 ms
                jitter (RFC 3550) = 0.012 ms, mean |IPDV| = 0.181 ms
                2 of 5 lost: with 95% confidence the true loss is from 12% to 77%
                """,
                new ConsoleText(Locale.ENGLISH).whole(eventful().session));
    }

    @Test
    void aWholeRunInPortuguese() {
        assertEquals(
                """
                PING 127.0.0.1 (127.0.0.1) porta 12000: 10 pings, tempo limite 1 s, pausa 200 ms
                PING 1 1795342927.102331  RTT = 0.000412 s
                PING 2 1795342927.102331  RTT = 0.000231 s
                Request timed out
                Resposta atrasada ao ping 3: RTT = 1.204311 s, depois do tempo limite, então o ping continua perdido
                Resposta duplicada ao ping 2: RTT = 1.400000 s
                Datagrama alheio de 127.0.0.1:12000, que não responde a nenhum ping desta execução: hello {0}
                Ping 4: porta inalcançável, a resposta foi que a porta 12000 de 127.0.0.1 está fechada
                O ping 5 não foi enviado: Não há rota até 127.0.0.1: confira a conexão de rede e o endereço.
                PEEP  RTT = 0.000250 s  (não verificada: ela não traz nem o número nem o horário)
                Ping 7 cancelado: a execução foi interrompida enquanto ele estava em andamento

                --- 127.0.0.1:12000 estatísticas do ping ---
                6 pacotes transmitidos, 3 recebidos, 40% de perda de pacotes, tempo 5103ms
                atrasadas: 1, inalcançáveis: 1, cancelados: 1, não enviados: 1, duplicadas: 1, alheios: 1, não verificadas: 1
                rtt mín/méd/máx/desvio = 0.231/0.298/0.412/0.099 ms
                jitter (RFC 3550) = 0.012 ms, |IPDV| médio = 0.181 ms
                2 de 5 perdidos: com 95% de confiança a perda real fica entre 12% e 77%
                """,
                new ConsoleText(BRAZIL).whole(eventful().session));
    }

    @Test
    void whereFewPingsWereLostIsSaidOfEachAfterTheRun() {
        Scene scene = lostEverywhere();

        assertEquals(
                """
                The server sees this computer as 203.0.113.7:40112, here it is 192.168.1.20:50000: a NAT is on the way

                --- 127.0.0.1:12000 ping statistics ---
                7 packets transmitted, 1 received, 85.7143% packet loss, time 5103ms
                rtt min/avg/max = 0.412/0.412/0.412 ms
                6 of 7 lost: with 95% confidence the true loss is from 49% to 97%
                lost on the way there: 1 (ping 2)
                dropped by the server: 2 (pings 3, 6)
                refused by the server's limits: 1 (ping 4)
                lost on the way back: 1 (ping 5)
                lost, not known where: 1
                """,
                afterTheLabsLines(new ConsoleText(Locale.ENGLISH).whole(scene.session)));
        assertEquals(
                """
                O servidor vê este computador como 203.0.113.7:40112, mas o endereço local é 192.168.1.20:50000: há um NAT no caminho

                --- 127.0.0.1:12000 estatísticas do ping ---
                7 pacotes transmitidos, 1 recebidos, 85.7143% de perda de pacotes, tempo 5103ms
                rtt mín/méd/máx = 0.412/0.412/0.412 ms
                6 de 7 perdidos: com 95% de confiança a perda real fica entre 49% e 97%
                perdidos na ida: 1 (ping 2)
                descartados pelo servidor: 2 (pings 3, 6)
                recusados pelos limites do servidor: 1 (ping 4)
                perdidos na volta: 1 (ping 5)
                perdidos, não se sabe onde: 1
                """,
                afterTheLabsLines(new ConsoleText(BRAZIL).whole(scene.session)));
    }

    /** The lab's own lines stay as they are: the head, one reply, six times "Request timed out". */
    private static String afterTheLabsLines(String console) {
        List<String> lines = console.lines().toList();
        assertEquals("PING 1 1795342927.102331  RTT = 0.000412 s", lines.get(1));
        assertEquals(Collections.nCopies(6, "Request timed out"), lines.subList(2, 8));
        return lines.stream().skip(8).map(line -> line + "\n").collect(Collectors.joining());
    }

    @Test
    void whereManyPingsWereLostIsOnlyCounted() {
        Scene scene = new Scene().started();
        int many = LossLocationText.MAX_NAMED + 1;
        for (int i = 1; i <= many + 1; i++) {
            scene.sent(i)
                    .timedOut(i)
                    .verdict(i, i == 1 ? LossLocation.RETURN_PATH : LossLocation.FORWARD_PATH);
        }
        List<String> summary = new ConsoleText(Locale.ENGLISH).summary(scene.session);
        assertEquals(
                List.of("lost on the way there: " + many, "lost on the way back: 1 (ping 1)"),
                summary.subList(summary.size() - 2, summary.size()));
    }

    @Test
    void underWhichAddressTheServerSeesThisMachineIsSaidAndThatItChanged() {
        InetSocketAddress local = Scene.address("192.168.1.20", 50_000);
        InetSocketAddress other = Scene.address("192.168.1.20", 50_001);
        Scene scene = new Scene().mappedAddress(local, local).mappedAddress(other, other);
        scene.mappedAddress(Scene.address("203.0.113.7", 40_112), other);
        scene.mappedAddress(Scene.address("203.0.113.7", 40_113), other);
        scene.mappedAddress(Scene.address("2001:db8::7", 40_113), local);

        assertEquals(
                List.of(
                        "The server sees this computer as 192.168.1.20:50000, as it is here: no NAT on this side",
                        "The server sees this computer as 192.168.1.20:50001, as it is here: no NAT on this side",
                        "The server now sees this computer as 203.0.113.7:40112, before as 192.168.1.20:50001: the NAT on the way has changed it",
                        "The server now sees this computer as 203.0.113.7:40113, before as 203.0.113.7:40112: the NAT on the way has changed it",
                        "The server sees this computer as [2001:db8::7]:40113, here it is 192.168.1.20:50000: a NAT is on the way"),
                new ConsoleText(Locale.ENGLISH).whole(scene.session).lines().toList());
        assertEquals(
                "O servidor agora vê este computador como 203.0.113.7:40113, antes como"
                        + " 203.0.113.7:40112: o NAT no caminho o alterou",
                new ConsoleText(BRAZIL).whole(scene.session).lines().toList().get(3));
    }

    private static Scene lostEverywhere() {
        Scene scene = new Scene().started().sent(1).replied(1, 412_007);
        for (int i = 2; i <= 7; i++) {
            scene.sent(i).timedOut(i);
        }
        scene.mappedAddress(
                Scene.address("203.0.113.7", 40_112), Scene.address("192.168.1.20", 50_000));
        scene.verdict(2, LossLocation.FORWARD_PATH)
                .verdict(3, LossLocation.SERVER)
                .verdict(4, LossLocation.LIMITED);
        scene.verdict(5, LossLocation.RETURN_PATH).verdict(6, LossLocation.SERVER);
        return scene.finished(PingEvent.Outcome.COMPLETED, Duration.ofMillis(5_103));
    }

    @Test
    void figuresHaveADecimalPointAndNoGroupingInEveryLanguage() {
        Scene scene =
                new Scene(
                                new PingPlan(
                                        "::1",
                                        12_000,
                                        AddressFamily.ANY,
                                        1_000_000,
                                        Duration.ofMillis(1_500),
                                        new Pacing.StopAndWait(Duration.ZERO),
                                        0))
                        .started();
        for (int i = 1; i <= 3_000; i++) {
            scene.sent(i);
            if (i > 1) {
                scene.timedOut(i);
            } else {
                scene.replied(i, 12_345_678_901L);
            }
        }
        scene.finished(PingEvent.Outcome.STOPPED, Duration.ofSeconds(-3));

        List<String> console =
                new ConsoleText(Locale.GERMANY).whole(scene.session).lines().toList();
        assertEquals(
                "PING ::1 (127.0.0.1) port 12000: 1000000 pings, timeout 1.5 s, pause 0 ms",
                console.get(0));
        assertEquals("PING 1 1795342927.102331  RTT = 12.345679 s", console.get(1));
        assertEquals(
                List.of(
                        "--- [::1]:12000 ping statistics ---",
                        "3000 packets transmitted, 1 received, 99.9667% packet loss, time 0ms",
                        "rtt min/avg/max = 12345.679/12345.679/12345.679 ms",
                        "2999 of 3000 lost: with 95% confidence the true loss is from 99.81% to"
                                + " 99.99%"),
                console.subList(console.size() - 4, console.size()));
    }

    @Test
    void undefinedFiguresAreLeftOut() {
        Scene scene = new Scene().started().sent(1);

        assertEquals(
                List.of(
                        "--- 127.0.0.1:12000 ping statistics ---",
                        "1 packets transmitted, 0 received",
                        "under way: 1"),
                new ConsoleText(Locale.ENGLISH).summary(scene.session));
    }

    @Test
    void aRunThatGoesOnHasItsFiguresSoFarAtTheEnd() {
        Scene scene = new Scene().started().sent(1).replied(1, 1_000);

        String console = new ConsoleText(Locale.ENGLISH).whole(scene.session);
        assertTrue(console.contains("\n\n--- 127.0.0.1:12000 ping statistics ---\n1 packets"));
        assertFalse(console.contains("time "), console);
    }

    @Test
    void aRunThatNeverBeganSaysOnlyWhy() {
        Scene scene =
                new Scene()
                        .add(
                                new PingEvent.Failed(
                                        Problem.of(Problem.Kind.NAME_NOT_FOUND, "nowhere")))
                        .finished(PingEvent.Outcome.FAILED, Duration.ZERO);

        assertEquals(
                "No computer with the name \"nowhere\" was found: check the spelling and the"
                        + " network, or type its address.\n",
                new ConsoleText(Locale.ENGLISH).whole(scene.session));
    }

    @Test
    void anUnreachableHostIsNotAClosedPort() {
        Scene scene = new Scene().sent(1);
        PingEvent event = new PingEvent.Unreachable(1, 1_000, PingEvent.Refusal.HOST);
        scene.add(event);

        assertEquals(
                List.of("Ping 1: host unreachable, the network found no route to 127.0.0.1"),
                new ConsoleText(Locale.ENGLISH).lines(scene.session, event));
    }

    @Test
    void anEmptyReplyIsSeen() {
        Scene scene = new Scene().sent(1);
        PingEvent event =
                new PingEvent.Replied(1, 1_000, new Reply("", 0, Scene.SERVER, ReplyMatch.UNNAMED));
        scene.add(event);

        assertTrue(
                new ConsoleText(Locale.ENGLISH)
                        .lines(scene.session, event)
                        .get(0)
                        .startsWith("(empty reply)  RTT = 0.000001 s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "fr"})
    void theLabsWordsAreTheSameInEveryLanguage(String language) {
        Scene scene = new Scene().sent(1).timedOut(1);

        assertEquals(
                List.of("Request timed out"),
                new ConsoleText(Locale.forLanguageTag(language))
                        .lines(scene.session, new PingEvent.TimedOut(1)));
    }

    @Test
    void aRunThatHasNotBegunHasNothingToSay() {
        assertEquals("", new ConsoleText(Locale.ENGLISH).whole(new Scene().session));
    }

    @Test
    void repliesOutOfOrderAreInTheSummary() {
        Scene scene = new Scene().sent(1, 2, 3).replied(3, 1_000).replied(1, 2_000).replied(2, 900);
        String summary = String.join("\n", new ConsoleText(Locale.ENGLISH).summary(scene.session));
        assertTrue(summary.contains("out of order: 2"), summary);
    }

    @Test
    void whatIsOnlyCountedIsSaidBeforeTheSummary() {
        Scene scene = new Scene().started().sent(1).replied(1, 1_000);
        for (int i = 0; i < Scene.MAX_UNASKED; i++) {
            scene.foreign("noise");
        }
        ConsoleText text = new ConsoleText(Locale.ENGLISH);
        assertFalse(text.whole(scene.session).contains("only counted"));
        scene.foreign("noise").duplicate(1, 2_000);
        String line =
                "\n(2 more duplicate and foreign datagrams are not listed, only counted)\n\n--- ";
        assertTrue(text.whole(scene.session).contains(line));
        scene.finished(PingEvent.Outcome.STOPPED, Duration.ofSeconds(1));
        assertTrue(text.whole(scene.session).contains(line));
        assertEquals(2, text.whole(scene.session).split("only counted", -1).length);
    }

    private static Scene eventful() {
        Scene scene = new Scene().started().sent(1).replied(1, 412_007).sent(2).replied(2, 231_000);
        scene.sent(3).timedOut(3).late(3, 1_204_311_000).duplicate(2, 1_400_000_000);
        scene.foreign("hello {0}").sent(4).unreachable(4).sendFailed(5).sent(6);
        scene.add(
                new PingEvent.Replied(
                        6, 250_000, new Reply("PEEP", 4, Scene.SERVER, ReplyMatch.UNNAMED)));
        scene.sent(7).cancelled(7);
        return scene.finished(PingEvent.Outcome.STOPPED, Duration.ofMillis(5_103));
    }
}
