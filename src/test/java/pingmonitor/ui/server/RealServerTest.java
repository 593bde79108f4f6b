package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Preset;
import pingmonitor.host.LanAddresses;
import pingmonitor.ui.common.Fx;

/** The card and the log with the real server, pinged over loopback. */
@Timeout(180)
@ExtendWith(ApplicationExtension.class)
class RealServerTest {
    private static final int CYCLES = 50;
    private static final int REPLY_TIMEOUT_MILLIS = 30_000;

    private ServerModel model;
    private ServerWindow window;
    private int port;

    @Start
    void start(Stage stage) throws IOException {
        port = freePort();
        model =
                new ServerModel(
                        Integer.toString(port),
                        Preset.PERFECT.impairments(),
                        1,
                        EchoServer::start,
                        LanAddresses::list);
        window = new ServerWindow(stage);
        window.show(model, Locale.ENGLISH);
    }

    @AfterEach
    void shutDown(FxRobot robot) {
        robot.interact(window::dispose);
        robot.interact(model::shutdown);
    }

    @Test
    void pingsAppearInCountersClientsAndLog(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> window.text("#serverStatus").equals("Listening on port " + port));
        try (DatagramSocket client = client()) {
            for (int i = 1; i <= 10; i++) {
                assertEquals("PING " + i + " 1", ping(client, "Ping " + i + " 1"));
            }
            // A datagram is counted before it is logged.
            await(
                    () ->
                            window.text("#serverAnswered").equals("10")
                                    && model.log().lines().size() == 10);
            assertEquals("10", window.text("#serverReceived"));
            assertEquals("CLIENTS (1)", window.text("#serverClientsHeading"));
            List<ServerEvent.OfClient> lines = model.log().lines();
            assertEquals("Ping 10 1", lines.get(9).text());
            assertEquals(client.getLocalPort(), lines.get(9).client().getPort());
        }
        window.click("#serverSwitch");
        await(() -> model.stateProperty().get() instanceof ServerState.Off);
        assertPortIsFree(port);
        assertEquals("10", window.text("#serverAnswered"), "still to be read");
    }

    @Test
    void aChangeOfLossWhileItRunsReachesIt(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        try (DatagramSocket client = client()) {
            assertEquals("PING 1", ping(client, "ping 1"));
            window.type("#serverLoss", "100");
            send(client, "ping 2");
            await(() -> window.text("#serverDropped").equals("1"));
            client.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, () -> receive(client));
            client.setSoTimeout(REPLY_TIMEOUT_MILLIS);
            window.type("#serverLoss", "0");
            assertEquals("PING 3", ping(client, "ping 3"));
        }
    }

    @Test
    void aPortInUseIsToldAndAnotherProposed(FxRobot robot) throws Exception {
        try (DatagramSocket other = new DatagramSocket(null)) {
            other.bind(new InetSocketAddress("0.0.0.0", 0));
            window.type("#serverPort", Integer.toString(other.getLocalPort()));
            window.click("#serverSwitch");
            await(() -> window.shown("#serverUseOtherPort"));
            assertTrue(
                    window.text("#serverPortMessage")
                            .contains("Another program uses port " + other.getLocalPort()));
            assertFalse(window.find("#serverSwitch", OnOffSwitch.class).isSelected());
            String proposed = window.text("#serverUseOtherPort").replace("Use ", "");
            robot.interact(() -> window.find("#serverUseOtherPort", Button.class).fire());
            await(() -> window.text("#serverStatus").equals("Listening on port " + proposed));
            assertEquals(proposed, window.find("#serverPort", TextField.class).getText());
            assertFalse(window.shown("#serverUseOtherPort"));
            assertFalse(window.shown("#serverPortMessage"));
        }
    }

    @Test
    void fiftyCyclesLeaveNoThreadAndNoPort(FxRobot robot) throws Exception {
        for (int i = 0; i < CYCLES; i++) {
            cycle(robot);
            assertPortIsFree(port);
        }
        await(() -> serverThreads().isEmpty());
        robot.interact(model::shutdown);
        await(() -> !running("lossy-server-switch"));
    }

    private void cycle(FxRobot robot) throws Exception {
        robot.interact(model::turnOn);
        Fx.await(() -> model.stateProperty().get() instanceof ServerState.On);
        robot.interact(model::turnOff);
        Fx.await(() -> model.stateProperty().get() instanceof ServerState.Off);
    }

    private DatagramSocket client() throws IOException {
        DatagramSocket client = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        client.connect(InetAddress.getByName("127.0.0.1"), port);
        client.setSoTimeout(REPLY_TIMEOUT_MILLIS);
        return client;
    }

    private static String ping(DatagramSocket client, String text) throws IOException {
        send(client, text);
        return receive(client);
    }

    private static void send(DatagramSocket client, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        client.send(new DatagramPacket(bytes, bytes.length));
    }

    private static String receive(DatagramSocket client) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1_024], 1_024);
        client.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void assertPortIsFree(int port) throws IOException {
        new DatagramSocket(port).close();
    }

    private static boolean running(String threadName) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(threadName));
    }

    private static Set<String> serverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("echo-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
