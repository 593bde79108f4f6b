package pingmonitor.network.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the network is told of a server, in a network that does what the test says. */
@Timeout(60)
class AnnouncementTest {
    private final ScriptedLinks net = new ScriptedLinks();
    private final List<AnnouncementState> told = new ArrayList<>();
    private int namesAsked;
    private final Announcement announcement =
            new Announcement(this::name, 12_000, told::add, () -> List.copyOf(net.here), net);

    private ServiceName name() {
        namesAsked++;
        return new ServiceName("ana");
    }

    @Test
    void itIsAnnouncedOnEveryInterfaceByOneNameAndId() {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        announcement.round();

        Link.Offer offer = net.open.get(ScriptedLinks.WIFI).offer.orElseThrow();
        assertEquals(new Link.Offer(new ServiceName("ana"), 12_000, offer.id()), offer);
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
                new Announcement(this::name, 12_000, told::add, () -> otherNet.here, otherNet);
        announcement.round();
        other.round();
        String id = net.open.get(ScriptedLinks.WIFI).offer.orElseThrow().id();
        assertTrue(!id.equals(otherNet.open.get(ScriptedLinks.WIFI).offer.orElseThrow().id()));
    }

    @Test
    void itFollowsInterfacesThatComeAndGoAndTellsOnlyWhatIsNew() throws Exception {
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
                        new AnnouncementState.Unheard(Reach.NO_NETWORK),
                        new AnnouncementState.Announced("ana"),
                        new AnnouncementState.Unheard(Reach.NO_NETWORK)),
                told);
    }

    @Test
    void anInterfaceWithAnotherAddressIsAnother() throws Exception {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        Attachment moved = new Attachment("wlan0", ScriptedLinks.address("192.168.7.20"));
        net.here.set(0, moved);
        announcement.round();
        net.open.get(ScriptedLinks.WIFI).awaitClosed();
        assertTrue(net.open.get(moved).offer.isPresent());
    }

    @Test
    void whereMulticastDoesNotComeBackItSaysSoAndTriesAgain() {
        net.here.add(ScriptedLinks.WIFI);
        net.deaf.add(ScriptedLinks.WIFI);
        announcement.round();
        assertEquals(new AnnouncementState.Unheard(Reach.BLOCKED), told.get(1));
        net.deaf.clear();
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana"), told.get(2));
        int listened = net.open.get(ScriptedLinks.WIFI).listened;
        announcement.round();
        assertEquals(listened, net.open.get(ScriptedLinks.WIFI).listened, "once is enough");
    }

    @Test
    void aLinkThatWasBlockedIsMadeAnewSinceItMayHaveGivenUp() throws Exception {
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
    void aLinkThatGaveUpIsMadeAnew() throws Exception {
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
    void whatCannotBeOpenedIsBlockedAndTriedAgain() {
        net.here.add(ScriptedLinks.WIFI);
        net.refused.add(ScriptedLinks.WIFI);
        announcement.round();
        assertEquals(new AnnouncementState.Unheard(Reach.BLOCKED), told.get(1));
        net.refused.clear();
        announcement.round();
        assertEquals(2, net.tries);
        assertEquals(new AnnouncementState.Announced("ana"), told.get(2));
    }

    @Test
    void itIsSaidToBeAnnouncedOnlyOnceItIs() {
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
    void aNameThatSomebodyElseHasIsToldAsItIsNow() {
        net.here.add(ScriptedLinks.WIFI);
        announcement.round();
        net.open.get(ScriptedLinks.WIFI).renamed = Optional.of("ana (2)");
        announcement.round();
        assertEquals(new AnnouncementState.Announced("ana (2)"), told.get(2));
    }

    @Test
    void theEndClosesEveryInterface() throws Exception {
        net.here.addAll(List.of(ScriptedLinks.WIFI, ScriptedLinks.CABLE));
        announcement.round();
        announcement.end();
        assertEquals(2, net.closed.size());
    }
}
