package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.PingSocket;
import pingmonitor.ping.ScriptedNet;

/** When it is sure under which address the server would have seen a ping. */
class NatConsistencyCheckTest {
    private static final InetAddress HERE = address(1);
    private static final InetAddress NAT = address(9);
    private static final InetAddress OTHER_NAT = address(8);
    private static final long SECOND = 1_000_000_000;

    /** The clock may overflow. */
    private static final long BEGAN = Long.MAX_VALUE - 5 * SECOND;

    private final NatConsistencyCheck proof = new NatConsistencyCheck();
    private final PingSocket link = ScriptedNet.socket(new InetSocketAddress(HERE, 50_000));
    private final PingSocket other = ScriptedNet.socket(new InetSocketAddress(HERE, 50_000));

    @Test
    void withoutANatThereIsNoOtherAddress() {
        proof.seen(other, HERE, at(100));
        assertTrue(proof.holdsFor(ping(link, 0)));
    }

    @Test
    void behindANatAnAnswerProvesNothingOfWhatLeftBeforeIt() {
        proof.seen(link, NAT, at(10));
        assertFalse(proof.holdsFor(ping(link, 9.9)));
        assertTrue(proof.holdsFor(ping(link, 10.1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 6, 9})
    void aPingThatIsRememberedProvesItFromALittleBeforeItOn(double sent) {
        proof.seen(link, NAT, at(10));
        proof.remembered(ping(link, 10));
        proof.remembered(ping(link, 8));
        proof.remembered(ping(link, 9));
        assertEquals(sent >= 3, proof.holdsFor(ping(link, sent)));
    }

    @Test
    void afterAnotherAddressNothingBeforeItCounts() {
        proof.seen(link, OTHER_NAT, at(10));
        proof.remembered(ping(link, 0));
        proof.seen(link, NAT, at(20));
        assertFalse(proof.holdsFor(ping(link, 19)));
        proof.remembered(ping(link, 14));
        assertTrue(proof.holdsFor(ping(link, 14)));
        assertFalse(proof.holdsFor(ping(link, 13.9)), "the other one was seen at 10");
        proof.remembered(ping(link, 9));
        assertFalse(proof.holdsFor(ping(link, 13.9)));
    }

    @Test
    void aPingThatWasAnsweredAndIsNotRememberedLeftFromAnotherAddress() {
        proof.seen(link, NAT, at(10));
        proof.missed(ping(link, 2));
        assertFalse(proof.holdsFor(ping(link, 3)));
        proof.remembered(ping(link, 4));
        assertFalse(proof.holdsFor(ping(link, 3)));
        assertTrue(proof.holdsFor(ping(link, 4)));
    }

    @Test
    void eachPortNeedsASignOfItsOwn() {
        proof.seen(link, NAT, at(10));
        proof.remembered(ping(link, 0));
        assertFalse(proof.holdsFor(ping(other, 5)));
        proof.seen(other, NAT, at(12));
        assertTrue(proof.holdsFor(ping(other, 5)));
    }

    @Test
    void aPortIsProvedByAPingToo() {
        proof.seen(link, NAT, at(10));
        proof.remembered(ping(other, 0));
        assertTrue(proof.holdsFor(ping(other, 5)));
    }

    @Test
    void ofAPortThatWasSilentForLongTheNatMayHaveForgotten() {
        proof.seen(link, NAT, at(100));
        proof.remembered(ping(link, 0));
        proof.seen(other, NAT, at(100));
        assertTrue(proof.holdsFor(ping(other, 71)));
        assertFalse(proof.holdsFor(ping(other, 69)));
    }

    @Test
    void aPortThatIsSeenUnderAnotherAddressIsNotSeenUnderThisOne() {
        proof.seen(other, OTHER_NAT, at(10));
        proof.seen(link, NAT, at(11));
        proof.remembered(ping(link, 10.5));
        assertFalse(proof.holdsFor(ping(other, 12)));
        assertTrue(proof.holdsFor(ping(link, 12)));
    }

    private static long at(double seconds) {
        return BEGAN + Math.round(seconds * SECOND);
    }

    private static InFlightPing ping(PingSocket link, double seconds) {
        return ScriptedNet.ping(1, link, at(seconds));
    }

    private static InetAddress address(int last) {
        return ScriptedNet.address((byte) last, 1).getAddress();
    }
}
