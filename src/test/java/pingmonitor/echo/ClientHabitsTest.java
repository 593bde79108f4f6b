package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.ClientSockets.PortState;
import pingmonitor.echo.ServerEvent.Hint;
import pingmonitor.echo.ServerEvent.NextSoonAfter;
import pingmonitor.echo.ServerEvent.SilentAfterDrop;
import pingmonitor.echo.ServerEvent.Stray;

class ClientHabitsTest {
    private static final InetSocketAddress ANA = Datagrams.from("192.168.1.31", 50_001);
    private static final InetSocketAddress ANAS_NEXT = Datagrams.from("192.168.1.31", 50_002);
    private static final InetSocketAddress BIA = Datagrams.from("192.168.1.32", 50_001);
    private static final Duration SILENT = Duration.ofNanos(ClientHabits.SILENT_NANOS);

    private final FakeTime time = new FakeTime();
    private final ClientHabits habits = new ClientHabits();

    @Test
    void clientSilentForFiveSecondsAfterADropIsReportedOnce() {
        ping(ANA);
        pass(Duration.ofMillis(200));
        drop(ANA);
        pass(SILENT.minusNanos(1));
        assertEquals(List.of(), silent());
        pass(Duration.ofNanos(1));
        assertEquals(List.of(ANA), silent());
        assertEquals(
                Optional.of(new SilentAfterDrop(ANA, time.clocks().wall().instant(), SILENT)),
                take(ANA, PortState.UNKNOWN));
        assertEquals(Optional.empty(), take(ANA, PortState.UNKNOWN));
        pass(SILENT);
        assertEquals(List.of(), silent());
    }

    @Test
    void clientThatWentOnAfterADropIsNeverSuspected() {
        drop(ANA);
        pass(Duration.ofSeconds(1));
        ping(ANA);
        drop(ANA);
        pass(SILENT.multipliedBy(10));
        assertEquals(List.of(), silent());
    }

    @Test
    void questionAboutLostPingsIsALifeSign() {
        drop(ANA);
        habits.heard(ANA, time.nanoTime());
        pass(SILENT);
        assertEquals(List.of(), silent());
    }

    @Test
    void datagramAtTheLastMomentWithdrawsTheHint() {
        drop(ANA);
        pass(SILENT);
        assertEquals(List.of(ANA), silent());
        ping(ANA);
        assertEquals(Optional.empty(), take(ANA, PortState.OPEN));
    }

    @Test
    void clientWhosePortIsClosedHasEnded() {
        drop(ANA);
        pass(SILENT);
        assertEquals(Optional.empty(), take(ANA, PortState.CLOSED));
        assertEquals(List.of(), silent(), "nor is it looked at again");
        drop(BIA);
        pass(SILENT);
        assertTrue(take(BIA, PortState.OPEN).isPresent());
    }

    /** As this program's does, so that a late reply is not taken for the next ping's. */
    @Test
    void clientThatGoesOnFromANewPortIsNotSuspected() {
        drop(ANA, OptionalLong.of(1));
        pass(Duration.ofSeconds(1));
        ping(ANAS_NEXT, OptionalLong.of(2));
        pass(SILENT);
        assertEquals(List.of(), silent());
    }

    @Test
    void clientThatGoesOnFromANewPortWithoutNumbersIsNotSuspected() {
        drop(ANA, OptionalLong.empty());
        ping(ANAS_NEXT, OptionalLong.empty());
        pass(SILENT);
        assertEquals(List.of(), silent());
    }

    @Test
    void newPortExplainsTheSilenceOfOneClientOnly() {
        InetSocketAddress hanging = Datagrams.from("192.168.1.31", 40_000);
        drop(hanging, OptionalLong.of(1));
        drop(ANA, OptionalLong.of(1));
        pass(Duration.ofSeconds(1));
        ping(ANAS_NEXT, OptionalLong.of(2));
        pass(SILENT);
        assertEquals(List.of(hanging), silent(), "the other fell silent later");
    }

    @Test
    void anotherClientAtTheSameAddressDoesNotHideASilentClient() {
        drop(ANA, OptionalLong.of(1));
        ping(ANAS_NEXT, OptionalLong.of(1));
        ping(Datagrams.from("192.168.1.31", 40_000), OptionalLong.of(3));
        ping(Datagrams.from("192.168.1.31", 40_001), OptionalLong.empty());
        pass(SILENT);
        assertEquals(List.of(ANA), silent());
    }

    @Test
    void pauseOrOneQuickPingInACrowdGivesNoHint() {
        ping(ANA);
        copied(ANA);
        pass(Duration.ofMillis(200));
        assertEquals(List.of(), ping(ANA));
        copied(ANA);
        pass(Duration.ofMillis(300));
        assertEquals(List.of(), ping(ANA));
        copied(ANA);
        pass(Duration.ofNanos(StrayReply.SOON_NANOS));
        assertEquals(List.of(), ping(ANA));
    }

    @Test
    void everyPingRightBehindACopyIsAHintOnce() {
        ping(ANA);
        copied(ANA);
        pass(Duration.ofNanos(700_000));
        assertEquals(List.of(), ping(ANA));
        copied(ANA);
        pass(Duration.ofNanos(800_000));
        assertEquals(List.of(soon(ANA, Stray.COPY, 800_000)), ping(ANA));
        copied(ANA);
        pass(Duration.ofNanos(800_000));
        assertEquals(List.of(), ping(ANA));
        assertEquals(List.of(), ping(BIA));
    }

    @Test
    void pingRightBehindALateReplyIsAHint() {
        long first = time.nanoTime();
        ping(ANA);
        pass(Duration.ofSeconds(1));
        ping(ANA);
        pass(Duration.ofMillis(500));
        habits.replied(ANA, first, 1, time.nanoTime());
        pass(Duration.ofMillis(2));
        assertEquals(List.of(soon(ANA, Stray.LATE_REPLY, 2_000_000)), ping(ANA));
    }

    @Test
    void replyToTheLatestPingIsNotTakenForAStrayReply() {
        long last = time.nanoTime();
        for (int i = 0; i < 10; i++) {
            ping(ANA);
            last = time.nanoTime();
            pass(Duration.ofMillis(100));
            habits.replied(ANA, last, 1, time.nanoTime());
            pass(Duration.ofMillis(1));
        }
        assertEquals(List.of(), ping(ANA));
    }

    /** Ten milliseconds between two pings: every second one is so near by chance. */
    @Test
    void clientWithARateOfItsOwnGetsNoHintForChance() {
        int hints = 0;
        for (int i = 0; i < 50; i++) {
            long came = time.nanoTime();
            hints += ping(ANA).size();
            pass(Duration.ofMillis(10));
            hints += ping(ANA).size();
            pass(Duration.ofMillis(i % 3 == 2 ? 7 : 2));
            habits.replied(ANA, came, 1, time.nanoTime());
            pass(Duration.ofMillis(i % 3 == 2 ? 3 : 8));
        }
        assertEquals(0, hints);
    }

    @Test
    void numberOfRememberedClientsIsBounded() {
        drop(ANA);
        for (int i = 0; i < ClientHabits.MAX_CLIENTS; i++) {
            drop(Datagrams.from("10.1." + i / 250 + "." + i % 250, 50_001));
        }
        pass(SILENT);
        assertEquals(ClientHabits.MAX_CLIENTS, silent().size());
        assertEquals(Optional.empty(), take(ANA, PortState.UNKNOWN));
    }

    private void pass(Duration duration) {
        time.advanceNanos(duration.toNanos());
    }

    private List<Hint> ping(InetSocketAddress client) {
        return ping(client, OptionalLong.of(1));
    }

    private List<Hint> ping(InetSocketAddress client, OptionalLong number) {
        return habits.pinged(client, () -> number, time.nanoTime(), time.clocks().wall().instant());
    }

    private void drop(InetSocketAddress client) {
        drop(client, OptionalLong.of(1));
    }

    private void drop(InetSocketAddress client, OptionalLong number) {
        ping(client, number);
        habits.dropped(client, () -> number, time.nanoTime());
    }

    private void copied(InetSocketAddress client) {
        habits.replied(client, time.nanoTime(), 2, time.nanoTime());
    }

    private List<InetSocketAddress> silent() {
        return habits.silent(time.nanoTime());
    }

    private Optional<Hint> take(InetSocketAddress client, PortState port) {
        return habits.takeSilent(client, port, time.nanoTime(), time.clocks().wall().instant());
    }

    private Hint soon(InetSocketAddress client, Stray stray, long gapNanos) {
        return new NextSoonAfter(
                client, time.clocks().wall().instant(), stray, Duration.ofNanos(gapNanos));
    }
}
