package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.fate.Preset;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;
import pingmonitor.router.PublicEndpoint;

/** What the card does about telling the local network, with announcements that go nowhere. */
@Tag("view")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class AnnounceSectionTest {
    private final FakeEngine.Factory engines = new FakeEngine.Factory();
    private final List<Announced> made = new CopyOnWriteArrayList<>();
    private final Hush hush = new Hush();

    /** Taking leave waits for it. */
    private final Semaphore leaves = new Semaphore(1_000);

    private volatile List<LanAddress> lan = List.of();
    private ServerModel model;
    private ServerWindow window;

    /** Tells when somebody waits for its end. */
    private static final class Hush extends SimpleBooleanProperty {
        volatile boolean awaited;

        @Override
        public void addListener(ChangeListener<? super Boolean> listener) {
            super.addListener(listener);
            awaited = true;
        }
    }

    private final class Announced implements BackgroundActivity {
        final Optional<ServiceName> name;
        final int port;
        final Consumer<AnnouncementState> told;
        volatile boolean closed;

        Announced(Optional<ServiceName> name, int port, Consumer<AnnouncementState> told) {
            this.name = name;
            this.port = port;
            this.told = told;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean awaitClosed(java.time.Duration most) {
            leaves.acquireUninterruptibly();
            return true;
        }
    }

    private BackgroundActivity announce(
            Optional<ServiceName> name, int port, Consumer<AnnouncementState> told) {
        Announced fresh = new Announced(name, port, told);
        made.add(fresh);
        return fresh;
    }

    @Start
    void start(Stage stage) {
        engines.permits.release(100);
        AnnounceModel announcing = new AnnounceModel(this::announce, Duration.millis(1));
        announcing.waitFor(hush);
        model =
                new ServerModel(
                        "12000", Preset.BOOK.impairments(), 1, engines, () -> lan, announcing);
        window = new ServerWindow(stage);
        window.show(model, Locale.ENGLISH);
    }

    @AfterEach
    void shutDown(FxRobot robot) {
        leaves.release(100);
        robot.interact(window::dispose);
        robot.interact(model::shutdown);
    }

    @Test
    void theLargePageOfALocalAddressTellsTheNameAsSoonAsItIsAnnounced(FxRobot robot)
            throws Exception {
        InetAddress local = InetAddress.getByName("192.168.1.20");
        InetAddress outside = InetAddress.getByName("203.0.113.9");
        lan = List.of(new LanAddress(local, "wlp2s0", Medium.WIFI));
        robot.interact(
                () ->
                        model.publicEndpointsProperty()
                                .set(
                                        List.of(
                                                new PublicEndpoint(
                                                        outside,
                                                        40_000,
                                                        PublicEndpoint.Source.ROUTER))));
        window.click("#serverSwitch");
        await(() -> made.size() == 1 && robot.lookup(".address-large").queryAll().size() == 2);
        List<Node> large = List.copyOf(robot.lookup(".address-large").queryAll());
        robot.interact(() -> ((Button) large.get(0)).fire());
        assertFalse(window.shown("#invitationByName"));
        made.get(0).told.accept(new AnnouncementState.Announced("ana"));
        await(() -> window.shown("#invitationByName"));
        assertEquals("or press Find and choose “ana”", window.text("#invitationByName"));
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> ((Button) large.get(1)).fire());
        assertEquals("203.0.113.9:40000", window.text("#invitationAddress"));
        assertFalse(window.shown("#invitationByName"), "nobody outside hears of it");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theServersSwitchBeginsAndEndsIt(FxRobot robot) throws Exception {
        assertTrue(window.find("#serverAnnounce", CheckBox.class).isSelected());
        assertFalse(window.shown("#serverAnnounced"));
        window.click("#serverSwitch");
        await(() -> made.size() == 1);
        assertEquals(Optional.empty(), made.get(0).name);
        assertEquals(12_000, made.get(0).port);
        assertEquals("Being announced…", window.text("#serverAnnounced"));
        made.get(0).told.accept(new AnnouncementState.Announced("ana"));
        await(() -> window.text("#serverAnnounced").equals("Others find it as \"ana\"."));
        window.click("#serverSwitch");
        await(() -> made.get(0).closed && !window.shown("#serverAnnounced"));
    }

    @Test
    void itCanBeSwitchedOffWhileTheServerGoesOn(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> made.size() == 1);
        switchAnnouncing(robot);
        await(() -> made.get(0).closed);
        assertFalse(window.shown("#serverNameRow"));
        assertFalse(window.shown("#serverAnnounced"));
        made.get(0).told.accept(new AnnouncementState.Announced("late news"));
        robot.interact(() -> {});
        assertFalse(window.shown("#serverAnnounced"));
        assertTrue(model.stateProperty().get() instanceof ServerState.On);
        switchAnnouncing(robot);
        await(() -> made.size() == 2);
    }

    @Test
    void anotherNameIsAnotherAnnouncementAfterTheFirstHasTakenLeave(FxRobot robot)
            throws Exception {
        window.click("#serverSwitch");
        await(() -> made.size() == 1);
        leaves.drainPermits();
        window.type("#serverName", "Sala 3");
        await(() -> made.get(0).closed);
        assertEquals(1, made.size());
        leaves.release();
        await(() -> made.size() == 2);
        assertEquals(Optional.of(new ServiceName("Sala 3")), made.get(1).name);
        made.get(0).told.accept(new AnnouncementState.Announced("of before"));
        made.get(1).told.accept(new AnnouncementState.Announced("Sala 3 (2)"));
        await(() -> window.text("#serverAnnounced").equals("Others find it as \"Sala 3 (2)\"."));
    }

    @Test
    void aNameThatIsTooLongIsToldBesideTheFieldAndTheLastOneStays(FxRobot robot) throws Exception {
        window.type("#serverName", "ã".repeat(31));
        assertFalse(window.shown("#serverNameMessage"));
        window.type("#serverName", "ã".repeat(32));
        assertTrue(window.text("#serverNameMessage").startsWith("At most 63 bytes"));
        assertEquals(
                Optional.of(new ServiceName("ã".repeat(31))),
                model.announcing().nameProperty().get());
        window.type("#serverName", " ");
        assertFalse(window.shown("#serverNameMessage"));
        assertEquals(Optional.empty(), model.announcing().nameProperty().get());
        assertEquals(
                "this computer's name",
                window.find("#serverName", TextField.class).getPromptText());
    }

    @Test
    void whyItIsNotAnnouncedIsSaidInBothLanguages(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> made.size() == 1);
        made.get(0).told.accept(new AnnouncementState.Unheard(MulticastReach.NO_NETWORK));
        await(
                () ->
                        window.text("#serverAnnounced")
                                .equals(
                                        "Not announced: this computer is not connected to a network."));
        made.get(0).told.accept(new AnnouncementState.Unheard(MulticastReach.BLOCKED));
        await(() -> window.text("#serverAnnounced").contains("computer's firewall"));
        robot.interact(
                () -> {
                    window.dispose();
                    window.show(model, Locale.forLanguageTag("pt-BR"));
                });
        assertTrue(window.text("#serverAnnounced").startsWith("Não anunciado: o multicast"));
        assertEquals("Anunciar na rede local", window.text("#serverAnnounce"));
    }

    /** Not by the mouse: the addresses that come in meanwhile may move the box away from under it. */
    private void switchAnnouncing(FxRobot robot) {
        robot.interact(() -> window.find("#serverAnnounce", CheckBox.class).fire());
    }

    @Test
    void atTheEndOfTheProcessItTakesLeaveOnWhateverThread(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> made.size() == 1);
        model.leaveNetwork();
        // It waits a moment only.
        await(() -> made.get(0).closed);
    }

    @Test
    void whileARunBeginsNothingIsBegun(FxRobot robot) throws Exception {
        robot.interact(() -> hush.set(true));
        window.click("#serverSwitch");
        await(() -> hush.awaited);
        assertEquals(0, made.size());
        assertEquals("Being announced…", window.text("#serverAnnounced"));
        robot.interact(() -> hush.set(false));
        await(() -> made.size() == 1);
    }
}
