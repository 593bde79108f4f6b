package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.ping.PingPlan;

class TimeoutAdviceTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.0001S, PT0.001S",
        "PT0.0012S, PT0.0015S",
        "PT0.18S, PT0.3S",
        "PT1.1S, PT1.5S",
        "PT1.24S, PT2S",
        "PT1.7S, PT3S",
        "PT5.6S, PT7S",
        "PT5.7S, PT10S",
        "PT9M, PT10M",
        "PT40M, PT10M"
    })
    void theAdviceIsTheNextRoundTimeoutWithAMargin(Duration slowest, Duration advice) {
        assertEquals(advice, TimeoutAdvice.above(slowest));
    }

    @Test
    void theAdviceIsAlwaysAValidTimeout() {
        for (long nanos = 1; nanos < Duration.ofHours(3).toNanos(); nanos = nanos * 2 + 1) {
            Duration advice = TimeoutAdvice.above(Duration.ofNanos(nanos));
            assertTrue(
                    advice.compareTo(PingPlan.MIN_TIMEOUT) >= 0
                            && advice.compareTo(PingPlan.MAX_TIMEOUT) <= 0,
                    advice::toString);
        }
    }
}
