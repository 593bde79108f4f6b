package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that a person copies into a shell reach the firewall's program as they are meant. */
class FirewallCommandTest {
    private static final String SOCKET_FILTER = "/usr/libexec/ApplicationFirewall/socketfilterfw";

    /** The words of {@code netsh advfirewall firewall add rule}; the name must not be "all". */
    @ParameterizedTest
    @ValueSource(ints = {1, 12_000, 65_535})
    void netshGetsTheSameFromCmdAndFromPowerShell(int port) {
        List<String> meant =
                List.of(
                        "netsh",
                        "advfirewall",
                        "firewall",
                        "add",
                        "rule",
                        "name=UDP Ping Monitor " + port,
                        "dir=in",
                        "action=allow",
                        "protocol=UDP",
                        "localport=" + port);

        assertEquals(meant, TypedCommand.inCmd(Firewall.WINDOWS.command(port)));
        assertEquals(meant, TypedCommand.inPowerShell(Firewall.WINDOWS.command(port)));
    }

    @Test
    void socketFilterGetsThePathOfTheProgram() {
        String program = "/Applications/UDP Ping Monitor.app";

        assertEquals(
                List.of(
                        List.of("sudo", SOCKET_FILTER, "--add", program),
                        List.of("sudo", SOCKET_FILTER, "--unblockapp", program)),
                TypedCommand.inShell(Firewall.MACOS.command(12_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UFW", "FIREWALLD", "NFTABLES"})
    void commandsOfLinuxHaveNothingToQuote(Firewall firewall) {
        String command = firewall.command(12_000);

        assertEquals(List.of(List.of(command.split(" "))), TypedCommand.inShell(command), command);
    }

    /** What the reading of the shells itself rests on, by Microsoft's own examples of the rules. */
    @Test
    void argumentsArePartedByTheDocumentedRules() {
        assertEquals(List.of("abc", "d", "e"), TypedCommand.inCmd("\"abc\" d e"));
        assertEquals(List.of("a\\\\b", "de fg", "h"), TypedCommand.inCmd("a\\\\b d\"e f\"g h"));
        assertEquals(List.of("a\\\"b", "c", "d"), TypedCommand.inCmd("a\\\\\\\"b c d"));
        assertEquals(List.of("a\\\\b c", "d", "e"), TypedCommand.inCmd("a\\\\\\\\\"b c\" d e"));
        assertThrows(IllegalArgumentException.class, () -> TypedCommand.inCmd("\"open"));
        assertThrows(IllegalArgumentException.class, () -> TypedCommand.inCmd("a & b"));
        assertThrows(
                IllegalArgumentException.class, () -> TypedCommand.inPowerShell("a localport=1,2"));
        assertThrows(IllegalArgumentException.class, () -> TypedCommand.inPowerShell("a \"$b\""));
        assertThrows(IllegalArgumentException.class, () -> TypedCommand.inShell("a \"b"));
    }
}
