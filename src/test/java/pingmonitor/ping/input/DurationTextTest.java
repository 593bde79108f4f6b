package pingmonitor.ping.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "3 us, 3000",
                "3 µs, 3000",
                "3 ms, 3000000",
                "3 s, 3000000000",
                "3 sec, 3000000000",
                "3 m, 180000000000",
                "3 min, 180000000000",
                "3 h, 10800000000000",
                "3, 3000000",
                "0.4 us, 400",
                "'0,0005 us', 1",
                "0.0004 us, 0"
            })
    void everyUnitIsRead(String written, long nanos) {
        assertEquals(
                Optional.of(Duration.ofNanos(nanos)),
                DurationText.parse(written, TimeUnit.MILLISECONDS));
    }

    /** Of nanoseconds a long takes 292 years; half of that is left for sums. */
    @Test
    void whatIsTooLongForNanosecondsIsNoDuration() {
        assertEquals(
                Optional.of(Duration.ofHours(1_281_023)),
                DurationText.parse("1281023 h", TimeUnit.SECONDS));
        assertEquals(Optional.empty(), DurationText.parse("1281024 h", TimeUnit.SECONDS));
        assertEquals(Optional.empty(), DurationText.parse("999999999999 h", TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "0, 0 ms",
                "1, 0.000001 ms",
                "1000000, 1 ms",
                "100000000, 100 ms",
                "999999999, 999.999999 ms",
                "1000000000, 1 s",
                "1500000000, 1.5 s",
                "100000000000, 100 s"
            })
    void fromOneSecondOnItIsWrittenInSeconds(long nanos, String written) {
        assertEquals(written, DurationText.format(Duration.ofNanos(nanos)));
    }
}
