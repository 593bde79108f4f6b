package pingmonitor.ping.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.AnyText;
import pingmonitor.fuzz.Cases;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Validated;

/** Whatever is typed is a value within its bounds, or a problem of its own field; and nobody else is asked. */
@Tag("fuzz")
@Timeout(600)
class PlanInputFuzzTest {
    private static final List<String> HOSTS =
            List.of(
                    "localhost",
                    "127.0.0.1",
                    "::1",
                    "[::1]",
                    "fe80::1%eth0",
                    "255.255.255.255",
                    "0.0.0.0",
                    "224.0.0.1",
                    "example.org",
                    "xn--bcher-kva.example",
                    "bücher.example",
                    "127.0.0.1:12000",
                    "[::1]:12000",
                    "::ffff:127.0.0.1",
                    "a_b.c-d.",
                    "1",
                    "256.1.1.1",
                    "udp://127.0.0.1:12000",
                    "udp://[::1]:7",
                    "udp://",
                    "server 192.168.1.20 port 12000",
                    "servidor bücher.example porta 12000",
                    "Server: ",
                    " port ",
                    "porta: 99999");
    private static final List<String> NUMBERS =
            List.of("1", "12000", "65535", "65536", "+7", "-1", "1000000000", "٣");
    private static final List<String> TIMES =
            List.of(
                    "1s",
                    "1,5 s",
                    "250 ms",
                    "2min",
                    "0",
                    "24h",
                    "999999999999h",
                    "1us",
                    "µs",
                    "0.0000000001");

    @Test
    void anyHost() {
        AnyText texts = new AnyText(Cases.random(), HOSTS);
        for (int i = 0; i < Cases.count(); i++) {
            String typed = texts.next();
            Validated<String> host = PlanInput.host(typed);
            assertOf(Problem.Field.HOST, host, typed);
            host.valueIfValid()
                    .ifPresent(
                            value -> {
                                assertFalse(value.isBlank(), typed);
                                assertEquals(host, PlanInput.host(value), typed);
                            });
            PlanInput.hostAndPort(typed)
                    .ifPresent(
                            both -> {
                                assertTrue(typed.contains(both.host()), typed);
                                assertTrue(both.port().matches("[0-9]+"), typed);
                                assertFalse(host.valueIfValid().isPresent(), typed);
                            });
        }
    }

    @Test
    void anyNumber() {
        AnyText texts = new AnyText(Cases.random(), NUMBERS);
        for (int i = 0; i < Cases.count(); i++) {
            String typed = texts.next();
            Validated<Integer> port = PlanInput.port(typed);
            assertOf(Problem.Field.PORT, port, typed);
            port.valueIfValid().ifPresent(value -> assertTrue(value >= 1 && value <= 65_535));
            Validated<Long> count = PlanInput.count(typed);
            assertOf(Problem.Field.COUNT, count, typed);
            count.valueIfValid()
                    .ifPresent(value -> assertTrue(value >= 1 && value <= PingPlan.MAX_COUNT));
            Validated<Integer> size = PlanInput.messageBytes(typed);
            assertOf(Problem.Field.SIZE, size, typed);
            size.valueIfValid()
                    .ifPresent(
                            value -> assertTrue(value >= 0 && value <= PingPlan.MAX_MESSAGE_BYTES));
        }
    }

    @Test
    void anyTime() {
        AnyText texts = new AnyText(Cases.random(), TIMES);
        for (int i = 0; i < Cases.count(); i++) {
            String typed = texts.next();
            Validated<Duration> timeout = PlanInput.timeout(typed);
            assertOf(Problem.Field.TIMEOUT, timeout, typed);
            timeout.valueIfValid()
                    .ifPresent(
                            value -> {
                                assertTrue(value.compareTo(PingPlan.MIN_TIMEOUT) >= 0);
                                assertTrue(value.compareTo(PingPlan.MAX_TIMEOUT) <= 0);
                                String written = DurationText.format(value);
                                assertEquals(timeout, PlanInput.timeout(written), typed);
                            });
            Validated<Duration> pause = PlanInput.pause(typed);
            assertOf(Problem.Field.PAUSE, pause, typed);
            pause.valueIfValid().ifPresent(value -> assertFalse(value.isNegative()));
            DurationText.parse(typed, TimeUnit.HOURS)
                    .ifPresent(value -> assertFalse(value.isNegative(), typed));
        }
    }

    private static void assertOf(Problem.Field field, Validated<?> checked, String typed) {
        assertTrue(
                checked.problemIfInvalid().stream()
                        .allMatch(problem -> problem.kind().field() == field),
                typed);
    }
}
