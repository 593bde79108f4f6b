package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run began on 30 November 2026 at 20:15:42 in Lisbon, where it is as late as in UTC. */
class MomentInputTest {
    private static final Instant START = Instant.parse("2026-11-30T20:15:42Z");
    private static final MomentInput LISBON = new MomentInput(ZoneId.of("Europe/Lisbon"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T20:15, 2026-11-30T20:15:00Z",
        "2026-11-30 20:15, 2026-11-30T20:15:00Z",
        "2026-11-30t20:15:30, 2026-11-30T20:15:30Z",
        "2026-11-30T20:15:30.5, 2026-11-30T20:15:30.500Z",
        "'2026-11-30T20:15:30,25', 2026-11-30T20:15:30.250Z",
        "2026-12-01, 2026-12-01T00:00:00Z",
        "2026-07-01T12:00, 2026-07-01T11:00:00Z",
        "2026-11-30T20:15Z, 2026-11-30T20:15:00Z",
        "2026-11-30T20:15+02:00, 2026-11-30T18:15:00Z",
        "2026-11-30T20:15-0300, 2026-11-30T23:15:00Z",
        "2026-11-30T20:15[America/Sao_Paulo], 2026-11-30T23:15:00Z",
        "2026-11-30T20:15 Europe/Berlin, 2026-11-30T19:15:00Z",
        "2026-11-30 Europe/Berlin, 2026-11-29T23:00:00Z",
    })
    void dayAndTimeAreUnderstood(String written, Instant expected) {
        assertEquals(Optional.of(expected), LISBON.parse(written, START));
    }

    @ParameterizedTest
    @CsvSource({
        "20:15, 2026-11-30T20:15:00Z",
        "20:16, 2026-11-30T20:16:00Z",
        "20:14, 2026-12-01T20:14:00Z",
        "7:00, 2026-12-01T07:00:00Z",
        "23:59:59, 2026-11-30T23:59:59Z",
        "18:00-03:00, 2026-11-30T21:00:00Z",
    })
    void timeAloneIsTheFirstOfTheRun(String written, Instant expected) {
        assertEquals(Optional.of(expected), LISBON.parse(written, START));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "Z",
                "20",
                "25:00",
                "20:60",
                "2026-13-01",
                "2026-11-31T10:00",
                "2026-11-3020:15",
                "2026-11-30T",
                "30/11/2026 20:15",
                "2026-11-30T20:15 Nowhere/City",
                "2026-11-30T20:15+99:00",
                "2026-11-30T20:15; rm",
                "\u0000"
            })
    void anythingElseIsRefused(String written) {
        assertEquals(Optional.empty(), LISBON.parse(written, START));
    }

    @Test
    void timeThatTheClockSkipsIsTheOneAfterIt() {
        // On 29 March 2026 the clock of Lisbon went from 1:00 to 2:00.
        assertEquals(
                Optional.of(Instant.parse("2026-03-29T01:30:00Z")),
                LISBON.parse("2026-03-29T01:30", START));
    }
}
