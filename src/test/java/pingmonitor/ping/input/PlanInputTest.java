package pingmonitor.ping.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Validated;

class PlanInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "192.168.1.255",
                "example.org",
                "a",
                "my_host",
                "host-1.lan",
                "example.org.",
                "::1",
                "2001:db8::1",
                "::ffff:127.0.0.1"
            })
    void hostsThatCanBePinged(String host) {
        assertEquals(Optional.of(host), PlanInput.host("  " + host + " ").valueIfValid());
    }

    @Test
    void bracketsAreTakenOffAndOtherScriptsAreEncoded() {
        assertEquals(Optional.of("::1"), PlanInput.host("[::1]").valueIfValid());
        assertEquals(
                Optional.of("xn--bcher-kva.example"),
                PlanInput.host("bücher.example").valueIfValid());
    }

    /** In a URI the percent sign before the interface is written so (RFC 6874). */
    @Test
    void interfaceOfALinkLocalAddressIsReadInBothSpellings() throws SocketException {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            for (NetworkInterface each : interfaces.filter(PlanInputTest::hasLinkLocal).toList()) {
                String host = "fe80::7%" + each.getName();
                assertEquals(Optional.of(host), PlanInput.host(host).valueIfValid());
                HostAndPort both =
                        PlanInput.hostAndPort("udp://[" + host.replace("%", "%25") + "]:12000")
                                .orElseThrow();
                assertEquals(Optional.of(host), PlanInput.host(both.host()).valueIfValid());
            }
        }
    }

    private static boolean hasLinkLocal(NetworkInterface network) {
        return network.inetAddresses()
                .anyMatch(each -> each instanceof Inet6Address && each.isLinkLocalAddress());
    }

    @ParameterizedTest
    @CsvSource({
        "fe80::1%unknown, unknown",
        "[fe80::1%unknown], unknown",
        "fe80::1%25unknown, 25unknown",
        "fe80::1%987654, 987654",
        "::1%unknown, unknown"
    })
    void interfaceThatIsNoneIsToldAsSuch(String host, String zone) {
        assertEquals(
                Optional.of(Problem.of(Problem.Kind.HOST_UNKNOWN_ZONE, zone)),
                PlanInput.host(host).problemIfInvalid());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'', HOST_EMPTY",
                "'   ', HOST_EMPTY",
                "my host, HOST_HAS_SPACE",
                "127.0.0.1:12000, HOST_HAS_PORT",
                "localhost:12000, HOST_HAS_PORT",
                "[::1]:12000, HOST_HAS_PORT",
                "a:b, HOST_HAS_PORT",
                "localhost:, HOST_HAS_PORT",
                "http://localhost, HOST_BAD_URI",
                "udp://localhost, HOST_BAD_URI",
                "server 192.168.1.20 port x, HOST_HAS_SPACE",
                "1, HOST_BAD_IPV4",
                "1.2.3, HOST_BAD_IPV4",
                "1.2.3.4.5, HOST_BAD_IPV4",
                "1.2.3.256, HOST_BAD_IPV4",
                "1.2.3.4., HOST_BAD_IPV4",
                "010.0.0.1, HOST_BAD_IPV4",
                "200³, HOST_BAD_IPV4",
                "１, HOST_BAD_IPV4",
                "２２４.0.0.1, HOST_MULTICAST",
                "1::2::3, HOST_BAD_IPV6",
                "[::1, HOST_BAD_IPV6",
                "::g, HOST_BAD_IPV6",
                "[localhost], HOST_BAD_IPV6",
                "-host, HOST_BAD_NAME",
                "a..b, HOST_BAD_NAME",
                "http//x, HOST_BAD_NAME",
                "host!, HOST_BAD_NAME",
                "0.0.0.0, HOST_UNSPECIFIED",
                "0.0.0.1, HOST_UNSPECIFIED",
                "::, HOST_UNSPECIFIED",
                "255.255.255.255, HOST_BROADCAST",
                "224.0.0.251, HOST_MULTICAST",
                "ff02::1, HOST_MULTICAST",
                "fe80::1, HOST_NEEDS_ZONE",
            })
    void hostsThatCannot(String host, Problem.Kind kind) {
        assertEquals(
                Optional.of(kind),
                PlanInput.host(host).problemIfInvalid().map(Problem::kind),
                host);
    }

    @Test
    void aNameThatIsTooLongIsToldAsSuch() {
        assertEquals(
                Optional.of(Problem.Kind.HOST_NAME_TOO_LONG), kind(PlanInput.host("a".repeat(64))));
        assertEquals(
                Optional.of(Problem.Kind.HOST_NAME_TOO_LONG),
                kind(PlanInput.host("é".repeat(5_000))));
        assertEquals(
                Optional.of(Problem.Kind.HOST_NAME_TOO_LONG),
                kind(PlanInput.host("abcdefgh.".repeat(30) + "a")));
    }

    @Test
    void aNameOf253CharactersIsOneAndNoLongerOne() {
        String longest = "abcdefgh.".repeat(28) + "a";
        assertEquals(253, longest.length());
        assertEquals(Optional.of(longest), PlanInput.host(longest).valueIfValid());
        assertEquals(
                Optional.of(Problem.Kind.HOST_NAME_TOO_LONG), kind(PlanInput.host(longest + "b")));
    }

    /** Only a pair of brackets around the whole is taken off: what is wrong is told as it was typed. */
    @ParameterizedTest
    @ValueSource(strings = {"[[::1]]", "[[::1]", "[]::1]", "[::1"})
    void bracketsTooManyAreToldAsTyped(String host) {
        assertEquals(
                Optional.of(Problem.of(Problem.Kind.HOST_BAD_IPV6, host)),
                PlanInput.host(host).problemIfInvalid());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "localhost:12000, localhost, 12000",
                "' 127.0.0.1:1 ', 127.0.0.1, 1",
                "[::1]:12000, [::1], 12000",
                "192.168.1.20 : 12000, 192.168.1.20, 12000",
                "2001:db8::7 : 12000, 2001:db8::7, 12000",
                "udp://192.168.1.20:12000, 192.168.1.20, 12000",
                "UDP://server.example:7, server.example, 7",
                "udp://[2001:db8::7]:12000/, [2001:db8::7], 12000",
                "udp://[fe80::1%eth0]:12000, [fe80::1%eth0], 12000",
                "'here: udp://192.168.1.20:12000, please', 192.168.1.20, 12000",
                "server 192.168.1.20 port 12000, 192.168.1.20, 12000",
                "servidor 192.168.1.20 porta 12000, 192.168.1.20, 12000",
                "SERVER lab-1.example PORT 7, lab-1.example, 7",
                "server 2001:db8::7 port 12000, 2001:db8::7, 12000",
                "server ::1 port 12000, ::1, 12000",
                "server fe80::1%eth0 port 12000, fe80::1%eth0, 12000",
                "server [2001:db8::7] port 12000, [2001:db8::7], 12000",
                "'Server: 192.168.1.20, port: 12000.', 192.168.1.20, 12000",
                "'Bom dia! O servidor\u00a0192.168.1.20\u2009porta 12000 já está ligado.', 192.168.1.20, 12000",
                "'Hi all,\nserver 192.168.1.20 port 12000\nsee you', 192.168.1.20, 12000",
                "'\u200eserver \u2068192.168.1.20\u2069 port 12000', 192.168.1.20, 12000",
                "server bücher.example port 1, bücher.example, 1",
                "server 300.1.1.1 port 99999, 300.1.1.1, 99999",
                "server one port 1 server two port 2, one, 1",
                "'\u200e192.168.1.20:12000\u200f', 192.168.1.20, 12000",
                "'\u2068192.168.1.20\u2069:12000', 192.168.1.20, 12000",
                "'\u202a192.168.1.20:12000\u202c', 192.168.1.20, 12000",
                "'\ufeff192.168.1.20:\u200b12000\u00a0', 192.168.1.20, 12000",
                "'\u200b\u00a0 lab-1.example:7\u202f\u2060', lab-1.example, 7",
                "'\u2066192.168.1.20\u2069\u00a0:\u00a012000', 192.168.1.20, 12000",
                "'\u2067[2001:db8::7]\u2069:12000', [2001:db8::7], 12000",
                "192.168.1.20:12000., 192.168.1.20, 12000",
                "192.168.1.20:12000:, 192.168.1.20, 12000",
                "'192.168.1.20:12000,', 192.168.1.20, 12000",
                "192.168.1.20:12000; , 192.168.1.20, 12000",
                "192.168.1.20:12000!, 192.168.1.20, 12000",
                "192.168.1.20:12000), 192.168.1.20, 12000",
                "'192.168.1.20:12000).\u200e', 192.168.1.20, 12000",
                "'[2001:db8::7]:12000.', [2001:db8::7], 12000",
                "'localhost:12000.', localhost, 12000",
                "192.168.1.20 : 12000., 192.168.1.20, 12000",
                "'Ping 192.168.1.20:12000.', 192.168.1.20, 12000",
                "'Ping\u00a0192.168.1.20:12000, please', 192.168.1.20, 12000",
                "'It is on (192.168.1.20:12000), at 10:30.', 192.168.1.20, 12000",
                "'At 10:30 it is on at [2001:db8::7]:12000: come', [2001:db8::7], 12000",
                "'try udp://lab-1.example:12000.', lab-1.example, 12000",
                "'udp://192.168.1.20:12000: it is on', 192.168.1.20, 12000",
                "'try (udp://192.168.1.20:12000)!', 192.168.1.20, 12000",
                "server 192.168.1.20:12000, 192.168.1.20, 12000",
                "127.0.0.1 12000, 127.0.0.1, 12000",
                "10.77.1.2 1, 10.77.1.2, 1",
                "'10.77.1.2 65535. ', 10.77.1.2, 65535",
                "'localhost  12000', localhost, 12000",
                "'lab-1.example\t\u00a012000', lab-1.example, 12000",
                "'\u2068192.168.1.20\u2069\n12000\u200f', 192.168.1.20, 12000",
                "bücher.example 7, bücher.example, 7",
                "2001:db8::7 12000, 2001:db8::7, 12000",
                "[::1] 12000, [::1], 12000"
            })
    void aHostAndAPortTypedAsOneAreTwo(String typed, String host, String port) {
        assertEquals(Optional.of(new HostAndPort(host, port)), PlanInput.hostAndPort(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "localhost",
                "localhost:",
                ":12000",
                "::1",
                "a:b",
                "[::1]",
                "[::1]:",
                "2001:db8::7:12000",
                "udp://localhost",
                "udp://localhost:",
                "udp://:12000",
                "udp://2001:0db8::7",
                "udp://2001:db8::7:12000",
                "http://localhost:12000",
                "tcp://192.168.1.20:12000",
                "server",
                "server port 12000",
                "server 192.168.1.20",
                "server 192.168.1.20 port",
                "server 192.168.1.20 port x",
                "port 12000 server 192.168.1.20",
                "observer 192.168.1.20 port 12000",
                "server is down, port 12000 is closed",
                "server <b>x</b> port 1",
                "servers 192.168.1.20 port 12000",
                "192.168.1.20.:",
                "localhost.",
                "at Main.java:42",
                "the class begins at 10:30.",
                "see http://192.168.1.20:8080",
                "see 192.168.1.20:8080/index.html",
                "me@192.168.1.20:22 is another",
                "192.168.1.20:12000:7 it says",
                "1.192.168.1.20:12000 it says",
                "192.168.1.20: 5 pings were lost",
                "note [1]:2 says",
                "\u200e:12000\u200f",
                "192.168.1.20 0",
                "192.168.1.20 65536",
                "192.168.1.20 012000",
                "192.168.1.20 +7",
                "192.168.1.20 port",
                "192.168.1.20 12 000",
                "1.2.3 12000",
                "300.1.1.1 12000",
                "0.0.0.0 12000",
                "255.255.255.255 12000",
                "ping 10 20",
                "10 20",
                "what? 12000",
                "10:30 12000"
            })
    void anythingElseIsNotTwo(String typed) {
        assertEquals(Optional.empty(), PlanInput.hostAndPort(typed));
    }

    /** Linear, or nearly: who pastes a book by mistake does not wait for it. */
    @Test
    @Timeout(60)
    void aTextWithoutAnEndIsReadAllTheSame() {
        for (String part :
                List.of(
                        "\u200e",
                        "1",
                        "1:",
                        "1.",
                        "1.1.1.1:",
                        "[::",
                        "udp://",
                        "server ",
                        ") ",
                        "a ",
                        "1 ",
                        "a\u200e")) {
            String typed = part.repeat(1_000_000 / part.length());
            assertEquals(Optional.empty(), PlanInput.hostAndPort(typed), part);
        }
        String marks = "localhost:1" + ".\u200e".repeat(500_000);
        assertEquals(Optional.of(new HostAndPort("localhost", "1")), PlanInput.hostAndPort(marks));
    }

    @Test
    void aHostOrANumberMayHaveUnseenMarksAroundIt() {
        assertEquals(
                Optional.of("192.168.1.20"),
                PlanInput.host("\u2068192.168.1.20\u2069").valueIfValid());
        assertEquals(
                Optional.of("a.example"), PlanInput.host("\u00a0a.example\u200b").valueIfValid());
        assertEquals(Optional.of(12_000), PlanInput.port("\u200e12000\u00a0").valueIfValid());
        assertEquals(Optional.of(Problem.Kind.HOST_EMPTY), kind(PlanInput.host("\u200e\u00a0")));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'', PORT_NOT_A_NUMBER",
                "abc, PORT_NOT_A_NUMBER",
                "12.5, PORT_NOT_A_NUMBER",
                "0, PORT_OUT_OF_RANGE",
                "-1, PORT_OUT_OF_RANGE",
                "65536, PORT_OUT_OF_RANGE",
                "70000, PORT_OUT_OF_RANGE",
                "99999999999999999999999, PORT_OUT_OF_RANGE",
            })
    void portsThatAreNone(String port, Problem.Kind kind) {
        assertEquals(Optional.of(kind), kind(PlanInput.port(port)), port);
    }

    @Test
    void portsFromOneTo65535() {
        assertEquals(Optional.of(1), PlanInput.port("1").valueIfValid());
        assertEquals(Optional.of(65_535), PlanInput.port(" 65535 ").valueIfValid());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1, 1000",
                "1s, 1000",
                "1.5 s, 1500",
                "'1,5', 1500",
                "250 ms, 250",
                "2min, 120000",
                "1 S, 1000"
            })
    void timeOuts(String typed, long millis) {
        assertEquals(
                Optional.of(Duration.ofMillis(millis)), PlanInput.timeout(typed).valueIfValid());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0 ms", "-1", "", "x", "1 week", "11 min", "999999999999 h", "0.1 ms"})
    void timeOutsThatAreNone(String typed) {
        assertEquals(
                Optional.of(Problem.Kind.TIMEOUT_INVALID), kind(PlanInput.timeout(typed)), typed);
    }

    @Test
    void pausesMayBeZeroAndABareNumberIsInMilliseconds() {
        assertEquals(Optional.of(Duration.ZERO), PlanInput.pause("0").valueIfValid());
        assertEquals(Optional.of(Duration.ofMillis(200)), PlanInput.pause("200").valueIfValid());
        assertEquals(Optional.of(Duration.ofSeconds(2)), PlanInput.pause("2s").valueIfValid());
        assertEquals(Optional.of(Problem.Kind.PAUSE_INVALID), kind(PlanInput.pause("25 h")));
    }

    @Test
    void theFirstAndTheLastOfEachRangeAreTaken() {
        assertEquals(Optional.of(Duration.ofMillis(1)), PlanInput.timeout("1 ms").valueIfValid());
        assertEquals(
                Optional.of(Duration.ofMinutes(10)), PlanInput.timeout("10 min").valueIfValid());
        assertEquals(Optional.of(Duration.ofHours(24)), PlanInput.pause("24 h").valueIfValid());
        assertEquals(Optional.of(1_000_000_000L), PlanInput.count("1000000000").valueIfValid());
        assertEquals(Optional.of(Problem.Kind.COUNT_INVALID), kind(PlanInput.count("1000000001")));
    }

    @Test
    void anIntervalIsWrittenLikeAPauseButNeverZero() {
        assertEquals(Optional.of(Duration.ofMillis(1)), PlanInput.interval("1").valueIfValid());
        assertEquals(Optional.of(Duration.ofHours(24)), PlanInput.interval("24h").valueIfValid());
        for (String typed : new String[] {"0", "0.999 ms", "24.0001 h", "often"}) {
            assertEquals(
                    Optional.of(Problem.of(Problem.Kind.INTERVAL_INVALID, typed)),
                    PlanInput.interval(typed).problemIfInvalid());
        }
    }

    @Test
    void zerosBeforeANumberChangeNothing() {
        assertEquals(Optional.of(12_000), PlanInput.port("000000012000").valueIfValid());
    }

    @Test
    void countsAndSizes() {
        assertEquals(Optional.of(10L), PlanInput.count("10").valueIfValid());
        assertEquals(Optional.of(Problem.Kind.COUNT_INVALID), kind(PlanInput.count("0")));
        assertEquals(Optional.of(0), PlanInput.messageBytes("").valueIfValid());
        assertEquals(Optional.of(65_507), PlanInput.messageBytes("65507").valueIfValid());
        assertEquals(Optional.of(Problem.Kind.SIZE_INVALID), kind(PlanInput.messageBytes("65508")));
    }

    @Test
    void durationsAreWrittenShortAndReadBack() {
        for (long millis : new long[] {0, 1, 200, 999, 1_000, 1_500, 60_000}) {
            Duration duration = Duration.ofMillis(millis);
            assertEquals(
                    Optional.of(duration),
                    PlanInput.pause(DurationText.format(duration)).valueIfValid());
        }
        assertEquals("200 ms", DurationText.format(Duration.ofMillis(200)));
        assertEquals("1.5 s", DurationText.format(Duration.ofMillis(1_500)));
        assertEquals("0 ms", DurationText.format(Duration.ZERO));
    }

    private static Optional<Problem.Kind> kind(Validated<?> checked) {
        return checked.problemIfInvalid().map(Problem::kind);
    }
}
