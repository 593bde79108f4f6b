package pingmonitor.ui.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem.Field;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;

/** The form's list of the servers found, in a network that has what the test says. */
@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class ServerSearchViewTest {
    private static final FoundServer ANA = server("Sala 3", "192.168.1.31", 12_000, false);
    private static final FoundServer BIA = server("bia", "2001:db8::7", 12_001, true);

    private final FakeFinders finders = new FakeFinders();
    private final PingFormModel form = new PingFormModel();
    private Stage stage;
    private RunListModel runs;
    private ServerSearchModel model;
    private PingFormView view;

    @Start
    void start(Stage window) {
        stage = window;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        runs =
                new RunListModel(
                        (plan, sink) -> {
                            throw new AssertionError("nothing is pinged here");
                        });
        model = new ServerSearchModel(finders, Duration.millis(1));
        form.text(Field.HOST).set(PingPlan.DEFAULT_HOST);
        form.text(Field.PORT).set("9");
        speak(Locale.ENGLISH);
        stage.show();
    }

    @BeforeEach
    void see() throws TimeoutException {
        Fx.awaitFrames(1);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(view::dispose);
        robot.interact(model::close);
    }

    private void speak(Locale locale) {
        view = new PingFormView(form, new RunStarter(form, runs), model, locale);
        Scene scene = new Scene(view.root(), 900, 400);
        // The form's styles are the window's.
        scene.getStylesheets()
                .add(
                        ServerSearchViewTest.class
                                .getResource("/pingmonitor/ui/app/main.css")
                                .toString());
        stage.setScene(scene);
    }

    @Test
    void searchRunsOnlyWhileTheListIsOpen(FxRobot robot) throws Exception {
        assertEquals(0, finders.started());
        assertTrue(robot.lookup("#findPane").tryQuery().isEmpty());
        robot.clickOn("#find");
        assertEquals(1, finders.open());
        assertTrue(robot.lookup("#findPane").query().isVisible());
        robot.clickOn("#find");
        assertFalse(robot.lookup("#findPane").query().isVisible());
        await(() -> finders.open() == 0);
        robot.clickOn("#find");
        assertEquals(2, finders.started());
        assertEquals(1, finders.open());
    }

    @Test
    void oneClickFillsHostAndPort(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(BIA, ANA)));
        await(() -> list(robot).getItems().size() == 2);
        assertEquals("Click a server to fill in its address and port.", text(robot, "#findStatus"));
        robot.clickOn("Sala 3");
        assertEquals("192.168.1.31", form.text(Field.HOST).get());
        assertEquals("12000", form.text(Field.PORT).get());
        assertFalse(robot.lookup("#findPane").query().isVisible());
        assertTrue(robot.lookup("#host").queryAs(TextField.class).isFocused());
    }

    @Test
    void rowHasNameAddressPortAndWhetherItIsHere(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(ANA, BIA)));
        await(() -> list(robot).getItems().size() == 2);
        assertTrue(robot.lookup("192.168.1.31:12000").query().isVisible());
        assertTrue(robot.lookup("[2001:db8::7]:12001").query().isVisible());
        assertEquals(
                1,
                robot.lookup("this computer").queryAll().stream()
                        .filter(Label.class::isInstance)
                        .filter(this::shown)
                        .count());
    }

    @Test
    void keyboardMovesThroughTheListAndChooses(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#find").query().requestFocus());
        robot.type(KeyCode.SPACE);
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(ANA, BIA)));
        await(() -> list(robot).isFocused());
        assertEquals(ANA, list(robot).getSelectionModel().getSelectedItem());
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertEquals("2001:db8::7", form.text(Field.HOST).get());
        assertEquals("12001", form.text(Field.PORT).get());
    }

    @Test
    void enterChoosesTheFirstWithoutAnArrowKey(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(ANA, BIA)));
        await(() -> list(robot).isFocused());
        robot.type(KeyCode.ENTER);
        assertEquals("192.168.1.31", form.text(Field.HOST).get());
    }

    @Test
    void enterOnTheButtonWithAListAlreadyThereChoosesTheFirst(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(ANA, BIA)));
        await(() -> list(robot).isFocused());
        robot.interact(() -> robot.lookup("#find").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals("192.168.1.31", form.text(Field.HOST).get());
    }

    @Test
    void listThatReappearsHasTheFocusAgain(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(ANA)));
        await(() -> list(robot).isFocused());
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of()));
        await(() -> !list(robot).isVisible());
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(BIA)));
        await(() -> list(robot).isFocused());
        robot.type(KeyCode.ENTER);
        assertEquals("2001:db8::7", form.text(Field.HOST).get());
    }

    @Test
    void escClosesTheListAndNothingElse(FxRobot robot) {
        robot.clickOn("#find").type(KeyCode.ESCAPE);
        assertFalse(model.openProperty().get());
        assertEquals(PingPlan.DEFAULT_HOST, form.text(Field.HOST).get());
        assertTrue(robot.lookup("#host").queryAs(TextField.class).isFocused());
    }

    @Test
    void focusStaysWhereThePersonTypes(FxRobot robot) throws Exception {
        robot.clickOn("#find").clickOn("#port");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(ANA)));
        await(() -> list(robot).getItems().size() == 1);
        assertTrue(robot.lookup("#port").queryAs(TextField.class).isFocused());
    }

    @Test
    void selectionStaysWhenOtherServersComeAndGo(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(ANA, BIA)));
        await(() -> list(robot).getItems().size() == 2);
        robot.interact(() -> list(robot).getSelectionModel().select(BIA));
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(BIA)));
        await(() -> list(robot).getItems().size() == 1);
        assertEquals(BIA, list(robot).getSelectionModel().getSelectedItem());
    }

    @Test
    void reasonForAnEmptyListIsToldInBothLanguages(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        assertEquals("Looking for servers on the local network…", text(robot, "#findStatus"));
        assertFalse(list(robot).isVisible());
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of()));
        await(() -> text(robot, "#findStatus").startsWith("No server found yet."));
        finders.tell(new SearchResult(MulticastReach.NO_NETWORK, List.of()));
        await(
                () ->
                        text(robot, "#findStatus")
                                .startsWith("This computer is not connected to a network"));
        finders.tell(new SearchResult(MulticastReach.BLOCKED, List.of()));
        await(() -> text(robot, "#findStatus").contains("firewall of this computer"));

        robot.interact(
                () -> {
                    view.dispose();
                    speak(Locale.forLanguageTag("pt-BR"));
                });
        assertTrue(text(robot, "#findStatus").startsWith("Não é possível encontrar nada"));
        assertEquals("Procurar", text(robot, "#find"));
        assertEquals(1, finders.started(), "another language is no other search");
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(BIA)));
        await(() -> text(robot, "#findStatus").startsWith("Clique em um servidor"));
        assertTrue(shown(robot.lookup("este computador").query()));
    }

    @Test
    void manyServersScroll(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        List<FoundServer> many =
                IntStream.range(0, 200)
                        .mapToObj(i -> server("s" + i, "10.0.0.1", 12_000 + i, false))
                        .toList();
        finders.tell(new SearchResult(MulticastReach.WORKS, many));
        await(() -> list(robot).getItems().size() == 200);
        assertTrue(list(robot).getHeight() < 260, () -> "height " + list(robot).getHeight());
        assertSame(list(robot).getScene(), stage.getScene());
    }

    @Test
    void thirtyServersOfOneLongNameCanBeToldApart(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        String base = "Turma da manhã, ".repeat(3) + "Sala 3 m.";
        List<FoundServer> alike =
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        server(
                                                base + " (" + (10 + i) + ")",
                                                "192.168.100.1" + (10 + i),
                                                12_000,
                                                i == 1))
                        .toList();
        finders.tell(new SearchResult(MulticastReach.WORKS, alike));
        await(() -> list(robot).getItems().size() == 30);
        robot.interact(() -> stage.setWidth(600));
        await(() -> stage.getScene().getWidth() <= 600);
        Label name = robot.lookup(".found-name").nth(1).queryAs(Label.class);
        Label address = robot.lookup(".found-address").nth(1).queryAs(Label.class);
        assertTrue(name.getText().startsWith(base));
        Text cut = (Text) name.lookup(".text");
        Text whole = (Text) address.lookup(".text");
        assertTrue(
                cut.getText().length() < name.getText().length(),
                () -> cut.getText() + " in " + name.getWidth() + " of " + list(robot).getWidth());
        String number = name.getText().substring(name.getText().indexOf('('));
        assertTrue(cut.getText().endsWith(number), cut::getText);
        assertEquals(address.getText(), whole.getText());
        Node here = robot.lookup(".found-here").nth(1).query();
        double right = list(robot).localToScene(list(robot).getBoundsInLocal()).getMaxX();
        assertTrue(here.localToScene(here.getBoundsInLocal()).getMaxX() <= right);
    }

    private boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static ListView<FoundServer> list(FxRobot robot) {
        return robot.lookup("#findServers").queryAs(ListView.class);
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    private static FoundServer server(String name, String address, int port, boolean here) {
        try {
            return new FoundServer(
                    name, name + ".local", List.of(InetAddress.getByName(address)), port, here);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        Fx.awaitLaidOut(condition);
    }
}
