package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.diagnosis.Firewall;
import pingmonitor.diagnosis.FirewallSearch;
import pingmonitor.echo.fate.Preset;
import pingmonitor.text.Messages;

/** The server card's help with this computer's firewall, on a computer that has what the test says. */
@Tag("view")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class FirewallSectionTest {
    private final FakeEngine.Factory engines = new FakeEngine.Factory();
    private final AtomicInteger searches = new AtomicInteger();
    private volatile FirewallSearch.Found there =
            new FirewallSearch.Found(Firewall.UFW, false, false);
    private ServerModel model;
    private FirewallSection section;
    private Stage window;

    @Start
    void open(Stage shared) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        engines.permits.release(100);
        model = new ServerModel("12001", Preset.BOOK.impairments(), 1, engines, List::of);
        window = new Stage();
    }

    @AfterEach
    void close() {
        fx(
                () -> {
                    section.dispose();
                    window.hide();
                    model.shutdown();
                    return null;
                });
    }

    static Stream<Arguments> computers() {
        return Stream.of(
                arguments(
                        Locale.ENGLISH,
                        new FirewallSearch.Found(Firewall.UFW, true, true),
                        "This computer has a firewall that is set to be active: Linux, ufw (Ubuntu).",
                        "sudo ufw allow 12001/udp"),
                arguments(
                        Locale.forLanguageTag("pt-BR"),
                        new FirewallSearch.Found(Firewall.UFW, true, true),
                        "Há neste computador um firewall configurado como ativo: Linux, ufw (Ubuntu).",
                        "sudo ufw allow 12001/udp"),
                arguments(
                        Locale.ENGLISH,
                        new FirewallSearch.Found(Firewall.WINDOWS, true, false),
                        "This computer has a firewall: Windows. Whether it is on cannot be seen",
                        "netsh advfirewall firewall add rule name=\"UDP Ping Monitor 12001\" dir=in"
                                + " action=allow protocol=UDP localport=12001"),
                arguments(
                        Locale.ENGLISH,
                        new FirewallSearch.Found(Firewall.NFTABLES, false, false),
                        "None of the firewalls known to this program",
                        "sudo nft insert rule inet filter input udp dport 12001 accept"));
    }

    @ParameterizedTest
    @MethodSource("computers")
    void itIsLookedForWhenSomebodyAsksWhileTheServerIsOn(
            Locale locale, FirewallSearch.Found found, String says, String command)
            throws TimeoutException {
        there = found;
        fx(
                () -> {
                    section =
                            new FirewallSection(
                                    model,
                                    Messages.beside(FirewallSection.class, locale),
                                    () -> {
                                        searches.incrementAndGet();
                                        return there;
                                    });
                    window.setScene(new Scene(section.root(), 340, 500));
                    window.show();
                    return null;
                });
        assertFalse(fx(() -> section.root().isVisible()));
        fx(
                () -> {
                    model.turnOn();
                    return null;
                });
        await(() -> section.root().isVisible());
        assertEquals(0, searches.get());
        fx(
                () -> {
                    find("#serverFirewallOpen", ToggleButton.class).fire();
                    return null;
                });
        await(() -> find("#serverFirewallHere", Label.class).getText().startsWith(says));

        assertEquals(command, fx(() -> find("#firewall-command", Label.class).getText()));
        assertTrue(fx(() -> find("#firewall-copy", Node.class).getParent().isVisible()));
        boolean isLinux = found.likeliest() != Firewall.WINDOWS;
        assertEquals(
                isLinux
                        ? List.of(Firewall.UFW, Firewall.FIREWALLD, Firewall.NFTABLES)
                        : List.of(Firewall.WINDOWS),
                fx(() -> List.<Object>copyOf(choice().getItems())));
        assertEquals(isLinux, fx(() -> choice().isVisible()));
        fx(
                () -> {
                    find("#serverFirewallOpen", ToggleButton.class).fire();
                    find("#serverFirewallOpen", ToggleButton.class).fire();
                    model.turnOff();
                    return null;
                });
        await(() -> !section.root().isVisible());
        assertEquals(1, searches.get());
        assertTrue(engines.made.size() == 1);
    }

    private ComboBox<?> choice() {
        return (ComboBox<?>) window.getScene().lookup("#firewall-choice");
    }

    private <T extends Node> T find(String query, Class<T> type) {
        return type.cast(window.getScene().lookup(query));
    }

    private static <T> T fx(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, look);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> fx(condition));
    }
}
