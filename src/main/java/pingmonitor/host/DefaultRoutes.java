package pingmonitor.host;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the default routes of this machine from the system's route table. */
public final class DefaultRoutes {
    private DefaultRoutes() {}

    /**
     * The default routes of IPv4, best first; empty where the system tells none. Reads a file or runs a command for up
     * to 4 s: not for the FX thread.
     */
    public static List<DefaultRoute> list() {
        OperatingSystem system = OperatingSystem.current();
        if (system == OperatingSystem.WINDOWS) {
            String root = Objects.requireNonNullElse(System.getenv("SystemRoot"), "C:\\Windows");
            return SystemText.ofCommand(
                            List.of(root + "\\System32\\route.exe", "print", "-4", "0.0.0.0"))
                    .map(RouteTables::windows)
                    .orElse(List.of());
        } else if (system == OperatingSystem.MACOS) {
            return SystemText.ofCommand(List.of("/usr/sbin/netstat", "-rn", "-f", "inet"))
                    .map(RouteTables::mac)
                    .orElse(List.of());
        }
        return SystemText.ofFile(Path.of("/proc/net/route"))
                .map(table -> RouteTables.linux(table, ByteOrder.nativeOrder()))
                .orElse(List.of());
    }
}
