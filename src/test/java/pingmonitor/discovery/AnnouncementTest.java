package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the network is told of a server, in a network that does what the test says. */
@Timeout(60)
class AnnouncementTest {
    private final ScriptedLinks net = new ScriptedLinks();
    private final List<AnnouncementState> told = new CopyOnWriteArrayList<>();
    private int namesAsked;
    private final Announcement announcement =
            new Announcement(
                    this::name,
                    12_000,
                    told::add,
                    () -> List.copyOf(net.here),
                    net,
                    () -> net.nowNanos);

    private ServiceName name() {
        namesAsked++;
        return new ServiceName("ana");
    }

    @Test
    void everyInterfaceAnnouncesTheSameNameAndId() {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        announcement.round();

        MulticastLink.Offer offer = net.open.get(ScriptedLinks.WIFI).offer.orElseThrow();
        assertEquals(new MulticastLink.Offer(new ServiceName("ana"), 12_000, offer.id()), offer);
        assertEquals(Optional.of(offer), net.open.get(ScriptedLinks.CABLE).offer);
        assertEquals(1, namesAsked);
        assertEquals(
                List.of(new AnnouncementState.Beginning(), new AnnouncementState.Announced("ana")),
                told);
    }

    @Test
    void twoServersHaveTwoIds() {
        net.here.add(ScriptedLinks.WIFI);
        ScriptedLinks otherNet = new ScriptedLinks();
        otherNet.here.add(ScriptedLinks.WIFI);
        Announcement other =
                new Announcement(
                        this::name, 12_000, told::add, () -> otherNet.here, otherNet, () -> 0);
        announcement.round();
        other.round();
        String id = net.open.get(ScriptedLinks.WIFI).offer.orElseThrow().id();
        assertTrue(!id.equals(otherNet.open.get(ScriptedLinks.WIFI).offer.orElseThrow().id()));
    }

    @Test
    void interfacesThatComeAndGoAreFollowedAndOnlyChangesAreReported() throws Exception {
        announcement.round();
        announcement.round();
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        announcement.round();
        net.here.remove(ScriptedLinks.WIFI);
        announcement.round();

        net.open.get(ScriptedLinks.WIFI).awaitClosed();
        assertEquals(
                List.of(
                        new AnnouncementState.Beginning(),
                        new AnnouncementState.Unheard(MulticastReach.NO_NETWORK),
                        new AnnouncementState.Announced("ana"),
                        new AnnouncementState.Unheard(MulticastReach.NO_NETWORK)),
                told);
    }

    @Test
    void anInterfaceWithAChangedAddressIsOpenedAnew() throws Exception {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        NetworkAttachment moved =
                new NetworkAttachment("wlan0", ScriptedLinks.address("192.168.7.20"));
        net.here.set(0, moved);
        announcement.round();
        net.open.get(ScriptedLinks.WIFI).awaitClosed();
        assertTrue(net.open.get(moved).offer.isPresent());
    }

    @Test
    void blockedMulticastIsReportedAndTriedAgain() {
        net.here.add(ScriptedLinks.WIFI);
        net.deaf.add(ScriptedLinks.WIFI);
        announcement.round();
        assertEquals(new AnnouncementState.Unheard(MulticastReach.BLOCKED), told.get(1));
        net.deaf.clear();
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), told.get(2));
        int listened = net.open.get(ScriptedLinks.WIFI).listened;
        announcement.round();
        assertEquals(listened, net.open.get(ScriptedLinks.WIFI).listened, "once is enough");
    }

    @Test
    void aLaterBlockIsNoticedAndTheNameIsAnnouncedAgain() throws Exception {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        ScriptedLinks.Scripted first = net.open.get(ScriptedLinks.WIFI);
        net.deaf.add(ScriptedLinks.WIFI);
        net.pass(MulticastHealth.EVERY.minusNanos(1));
        announcement.round();
        assertEquals(1, first.listened);
        net.pass(Duration.ofNanos(1));
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), last(), "one question may be lost");
        announcement.round();
        assertEquals(new AnnouncementState.Unheard(MulticastReach.BLOCKED), last());
        assertEquals(3, first.listened);

        net.deaf.clear();
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), last());
        first.awaitClosed();
        assertEquals(2, net.tries);
        assertEquals(4, told.size());
    }

    @Test
    void oneMissedPacketIsNotReportedAsABlock() {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        net.deaf.add(ScriptedLinks.WIFI);
        net.pass(MulticastHealth.EVERY);
        announcement.round();
        net.deaf.clear();
        announcement.round();
        announcement.round();
        assertEquals(1, net.tries);
        assertEquals(3, net.open.get(ScriptedLinks.WIFI).listened);
        assertEquals(2, told.size(), told::toString);
    }

    @Test
    void anUnconfirmedNameIsReportedAsBeingAnnouncedAfterAWhile() {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        net.slow = true;
        net.pass(Announcement.MAX_UNCONFIRMED.minusNanos(1));
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), last());
        net.pass(Duration.ofNanos(1));
        announcement.round();
        assertEquals(new AnnouncementState.Beginning(), last());
        net.slow = false;
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), last());
    }

    @Test
    void afterABlockTheNameCountsOnlyOnceItIsConfirmed() {
        net.here.add(ScriptedLinks.WIFI);
        net.deaf.add(ScriptedLinks.WIFI);
        announcement.round();
        net.deaf.clear();
        net.slow = true;
        announcement.round();
        assertEquals(new AnnouncementState.Beginning(), last());
    }

    @Test
    void aNameConfirmedOnlyByADeafInterfaceDoesNotCount() {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        net.deaf.add(ScriptedLinks.WIFI);
        announcement.round();
        net.open.get(ScriptedLinks.CABLE).renamed = Optional.of("ana (2)");
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana (2)"), last());
    }

    @Test
    void closingDoesNotWaitForAHealthCheck() throws Exception {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        CountDownLatch listening = new CountDownLatch(1);
        net.listensWithoutEnd = Optional.of(listening);
        BackgroundActivity activity = announcement.begin();
        assertTrue(listening.await(30, TimeUnit.SECONDS));
        activity.close();
        assertTrue(activity.awaitClosed(Duration.ofSeconds(30)));
        assertEquals(2, net.closed.size());
        assertEquals(
                1,
                net.closed.stream().mapToInt(each -> each.listened).sum(),
                "whoever has not begun to listen need not");
        assertEquals(List.of(new AnnouncementState.Beginning()), told);
    }

    @Test
    void noReportIsUnderWayAfterTheClose() throws Exception {
        Announcement[] closing = new Announcement[1];
        ClosedWhileItTells teller = new ClosedWhileItTells(() -> closing[0].hurry());
        closing[0] =
                new Announcement(
                        this::name, 12_000, state -> teller.told(), List::of, net, () -> 0);
        closing[0].round();
        teller.assertClosedAfterTelling();
    }

    @Test
    void aBlockedLinkIsRecreatedBecauseItMayHaveGivenUp() throws Exception {
        net.here.add(ScriptedLinks.WIFI);
        net.deaf.add(ScriptedLinks.WIFI);
        announcement.round();
        ScriptedLinks.Scripted blocked = net.open.get(ScriptedLinks.WIFI);
        announcement.round();
        assertEquals(1, net.tries);
        net.deaf.clear();
        announcement.round();
        blocked.awaitClosed();
        assertEquals(2, net.tries);
        assertTrue(net.open.get(ScriptedLinks.WIFI).offer.isPresent());
        announcement.round();
        assertEquals(2, net.tries);
    }

    @Test
    void aLinkThatGaveUpIsRecreated() throws Exception {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        ScriptedLinks.Scripted dead = net.open.get(ScriptedLinks.WIFI);
        dead.down = true;
        announcement.round();
        dead.awaitClosed();
        assertEquals(2, net.tries);
        assertTrue(net.open.get(ScriptedLinks.WIFI).offer.isPresent());
    }

    @Test
    void anInterfaceThatCannotBeOpenedIsBlockedAndTriedAgain() {
        net.here.add(ScriptedLinks.WIFI);
        net.refused.add(ScriptedLinks.WIFI);
        announcement.round();
        assertEquals(new AnnouncementState.Unheard(MulticastReach.BLOCKED), told.get(1));
        net.refused.clear();
        announcement.round();
        assertEquals(2, net.tries);
        assertEquals(new AnnouncementState.Announced("ana"), told.get(2));
    }

    @Test
    void theAnnouncementIsReportedOnlyOnceItIsConfirmed() {
        net.here.add(ScriptedLinks.WIFI);
        net.slow = true;
        announcement.round();
        assertEquals(List.of(new AnnouncementState.Beginning()), told);
        net.slow = false;
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), told.get(1));
    }

    @Test
    void oneInterfaceThatWorksIsEnough() {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        net.refused.add(ScriptedLinks.WIFI);
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), told.get(1));
    }

    @Test
    void aNameChangedByAConflictIsReported() {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        net.open.get(ScriptedLinks.WIFI).renamed = Optional.of("ana (2)");
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana (2)"), told.get(2));
    }

    @Test
    void theNameWithoutANumberIsReportedWhenOwnInterfacesConflict() {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        net.slow = true;
        announcement.round();
        net.open.get(ScriptedLinks.WIFI).renamed = Optional.of("ana (2)");
        net.slow = false;
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), last());
    }

    @Test
    void theEndClosesEveryInterface() throws Exception {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        announcement.round();
        announcement.end();
        assertEquals(2, net.closed.size());
    }

    private AnnouncementState last() {
        return told.get(told.size() - 1);
    }
}
