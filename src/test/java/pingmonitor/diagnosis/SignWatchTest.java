package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Problem.Kind;

class SignWatchTest {
    private final Story story = Story.to("192.168.1.20");
    private final SignWatch watch = new SignWatch();

    private boolean look() {
        return watch.look(story.session.statistics());
    }

    /** A letter for each ping, as in {@link Story}; beside it whether there is a sign then. */
    @ParameterizedTest
    @CsvSource({
        "pp, nn",
        "pppp, nnyy",
        "phh, nny",
        "pxpxp, nnnny",
        "xxxxx, nnnnn",
        "ppp.ppp, nnynnny",
        ".ppp, nnny",
        "pp.pp.pp, nnnnnnnn"
    })
    void threeRefusalsSinceTheServerWasHeardAreAClearSign(String fates, String signs) {
        StringBuilder seen = new StringBuilder();
        for (char fate : fates.toCharArray()) {
            story.pings(String.valueOf(fate));
            seen.append(look() ? 'y' : 'n');
        }
        assertEquals(signs, seen.toString());
    }

    @Test
    void anythingHeardFromTheServerClearsTheSign() {
        story.pings("ppp");
        assertTrue(look());
        story.foreign();
        assertFalse(look());
        story.pings("ppp");
        assertTrue(look());
        story.late(1_500);
        assertFalse(look());
        story.pings("ppp");
        assertTrue(look());
        story.lostAt(LossLocation.FORWARD_PATH);
        assertFalse(look());
    }

    @Test
    void refusalsAndAReplySeenTogetherAreNoClearSign() {
        story.pings("ppp.");

        assertFalse(look());
    }

    @Test
    void threePingsThatCannotLeaveAreASignUntilOneLeaves() {
        story.pings(".");
        assertFalse(look());
        story.notSent(Kind.NO_ROUTE).notSent(Kind.NO_ROUTE);
        assertFalse(look());
        story.notSent(Kind.NO_ROUTE);
        assertTrue(look());
        story.pings("x");
        assertFalse(look());
    }
}
