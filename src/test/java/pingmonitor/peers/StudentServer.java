package pingmonitor.peers;

import static pingmonitor.peers.ServerExpectation.answering;
import static pingmonitor.peers.ServerExpectation.answeringTwice;
import static pingmonitor.peers.ServerExpectation.ending;
import static pingmonitor.peers.ServerExpectation.refused;
import static pingmonitor.peers.ServerExpectation.unanswering;
import static pingmonitor.peers.ServerScripts.loop;
import static pingmonitor.peers.ServerScripts.now;
import static pingmonitor.peers.ServerScripts.number;
import static pingmonitor.peers.ServerScripts.once;
import static pingmonitor.peers.ServerScripts.reply;
import static pingmonitor.peers.ServerScripts.replying;
import static pingmonitor.peers.ServerScripts.upper;
import static pingmonitor.peers.ServerScripts.withOneBuffer;
import static pingmonitor.peers.ServerScripts.word;

import com.google.gson.JsonParser;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/**
 * Servers as students write them: each a program in {@code resources/peers/servers} of the same name, its twin in Java,
 * and what our client says of it.
 */
enum StudentServer {
    UNCHANGED(replying(text -> text), answeringTwice("v{10}")),
    NEWLINE(replying(text -> text.toUpperCase(Locale.ROOT) + "\n"), answeringTwice("v{10}")),
    NUL(replying(text -> text.toUpperCase(Locale.ROOT) + "\0"), answeringTwice("v{10}")),
    CUT_OFF(replying(text -> text.substring(0, 16)), answeringTwice("v{10}")),
    QUOTED(replying(text -> "Server received: " + text), answeringTwice("v{10}")),
    TWICE(
            loop(
                    () ->
                            (socket, datagram) -> {
                                reply(socket, datagram, upper());
                                reply(socket, datagram, upper());
                            }),
            answeringTwice("v{10}").withDuplicates()),
    WHOLE_BUFFER(
            withOneBuffer(128, all -> all),
            answering("v{10}", "b{10}").saying("sends-whole-buffer")),
    C_STRING(
            withOneBuffer(1024, all -> all.substring(0, all.indexOf(0))),
            answering("v{10}", "b{10}").saying("sends-whole-buffer")),

    OWN_TIME(
            replying(text -> "Ping " + word(text, 1) + " " + now()),
            answeringTwice("o{10}").saying("names-own-time")),
    OWN_COUNTER(
            loop(
                    () -> {
                        int[] count = {0};
                        return (socket, datagram) ->
                                reply(socket, datagram, text -> "Ping " + ++count[0] + " " + now());
                    }),
            answering("o{10}", "w{10}").saying("names-own-number-only")),
    ROUNDED_TIME(
            replying(
                    text ->
                            String.format(
                                    Locale.ROOT,
                                    "Ping %s %.3f",
                                    word(text, 1),
                                    Double.valueOf(word(text, 2)))),
            answeringTwice("[vr]{10}").saying("(rounds-time)?")),
    ALWAYS_ONE(
            replying(text -> "Ping 1 " + word(text, 2)),
            answeringTwice("vm{9}").saying("names-own-number")),
    ACK(
            replying(text -> "ACK " + word(text, 1)),
            answeringTwice("n{10}").saying("names-number-only")),
    JSON_REPLY(
            replying(text -> "{\"seq\": " + word(text, 1) + ", \"status\": \"ok\"}"),
            answeringTwice("n{10}").saying("names-number-only")),
    COLON(
            replying(text -> "Ping " + word(text, 1) + ": received"),
            answeringTwice("n{10}").saying("names-number-only")),
    NUMBER_ONLY(
            replying(text -> word(text, 1)), answeringTwice("n{10}").saying("names-number-only")),
    TIME_ONLY(replying(text -> word(text, 2)), answeringTwice("s{10}").saying("names-time-only")),

    CLIENT_LIST(
            ServerScripts.withClientList("Hello, client"),
            answering("u{10}").pausing(Duration.ofMillis(150)).saying("sends-own-text")),

    SLEEPER(
            loop(
                    () ->
                            (socket, datagram) -> {
                                Thread.sleep(300);
                                reply(socket, datagram, text -> text);
                            }),
            answering("v{10}").pausing(Duration.ofMillis(50))),
    SLOW_ACK(
            loop(
                    () ->
                            (socket, datagram) -> {
                                Thread.sleep(200);
                                reply(socket, datagram, text -> "ACK");
                            }),
            unanswering("[lt]{10}").saying("only-late sends-own-text")),
    ONE_BEHIND(
            loop(
                    () -> {
                        String[] last = {""};
                        return (socket, datagram) -> {
                            if (!last[0].isEmpty()) {
                                reply(socket, datagram, text -> last[0]);
                            }
                            last[0] = TwinProgram.text(datagram);
                        };
                    }),
            unanswering("l{9}[lt]").saying("only-late|one-message-behind")),

    EVERY_FIFTH(
            loop(
                    () ->
                            (socket, datagram) -> {
                                if (number(datagram) % 5 == 0) {
                                    reply(socket, datagram, upper());
                                }
                            }),
            unanswering("(t{4}[vl]){2}").saying("unlike-the-book-here")),

    INT_OF_MESSAGE(
            replying(text -> Long.toString(Long.parseLong(text) + 1)),
            ending("t{1,2}x{8,9}").saying("server-ended")),
    JSON_OF_MESSAGE(
            replying(text -> JsonParser.parseString(text).getAsJsonObject().toString()),
            ending("t{1,2}x{8,9}").saying("server-ended")),
    SHORT_LIST(
            loop(
                    () -> {
                        int[] delays = {10, 20, 0, 30, 10};
                        int[] count = {0};
                        return (socket, datagram) -> {
                            Thread.sleep(delays[count[0]++]);
                            reply(socket, datagram, text -> text);
                        };
                    }),
            ending("v{5}t{1,2}x{3,4}").saying("server-ended")),
    ONE_SHOT(
            once((socket, datagram) -> reply(socket, datagram, upper())),
            ending("vt?x{8,9}").saying("server-ended(-after-reply)?")),

    SILENT(
            loop(() -> (socket, datagram) -> {}),
            unanswering("t{10}").saying(onLinux("silence-held", "silence-here"))),
    FRESH_SOCKET(
            loop(
                    () ->
                            (socket, datagram) -> {
                                try (DatagramSocket fresh = new DatagramSocket()) {
                                    reply(fresh, datagram, upper());
                                }
                            }),
            unanswering("t{10}").saying("other-source")),
    OTHER_SOCKET(ServerScripts.byAnotherSocket(), unanswering("t{10}").saying("other-source")),

    LOOPBACK_ONLY(
            ServerScripts.listeningAt("127.0.0.1"),
            refused()
                    .at("127.0.0.2")
                    .needing("127.0.0.2")
                    .saying(onLinux("bound-elsewhere", "port-refused-here"))),
    IPV6_LOOPBACK_ONLY(
            ServerScripts.listeningAt("::1"),
            refused().needing("::1").saying(onLinux("bound-elsewhere", "port-refused-here"))),
    TCP(ServerScripts.tcp(), refused().saying("port-refused-here"));

    private final TwinProgram.Script twin;
    private final ServerExpectation expectation;

    StudentServer(TwinProgram.Script twin, ServerExpectation expectation) {
        this.twin = twin;
        this.expectation = expectation;
    }

    /** All whose addresses this machine has: 127.0.0.2 is none on macOS, and IPv6 may be missing. */
    static List<StudentServer> possibleHere() {
        return Stream.of(values())
                .filter(
                        server ->
                                server.expectation.needs().stream().allMatch(StudentServer::isHere))
                .toList();
    }

    /** The same in Java. */
    TwinProgram.Script twin() {
        return twin;
    }

    /** Its program in Python. */
    String file() {
        return "servers/" + name().toLowerCase(Locale.ROOT) + ".py";
    }

    ServerExpectation expectation() {
        return expectation;
    }

    /** Only Linux tells where a port is taken. */
    private static String onLinux(String words, String elsewhere) {
        return OS.LINUX.isCurrentOs() ? words : elsewhere;
    }

    private static boolean isHere(String address) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
            return socket.isBound();
        } catch (SocketException e) {
            return false;
        }
    }
}
