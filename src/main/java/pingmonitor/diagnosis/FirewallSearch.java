package pingmonitor.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import pingmonitor.host.OperatingSystem;

/**
 * Finds out which firewall this machine has, by looking at files that everybody may read: no right is needed and
 * nothing is started. What rules it has stays unknown.
 */
public final class FirewallSearch {
    /** Far more than the file has. */
    private static final int MAX_BYTES = 10_000;

    private final Path root;
    private final OperatingSystem system;

    FirewallSearch(Path root, OperatingSystem system) {
        this.root = root;
        this.system = system;
    }

    /**
     * What was found.
     *
     * @param likeliest the one that is on, else one that is there; on Windows and macOS the system's own; else the one
     *     whose command there is most likely to work
     * @param there whether it is more than likely
     * @param on whether it is set to start with the system; on Windows and macOS unknown, so false
     */
    public record Found(Firewall likeliest, boolean there, boolean on) {}

    /** Looks at this machine: some files, so not on the FX thread. */
    public static Found here() {
        return new FirewallSearch(Path.of("/"), OperatingSystem.current()).look();
    }

    Found look() {
        if (system == OperatingSystem.WINDOWS) {
            return new Found(Firewall.WINDOWS, true, false);
        }
        if (system == OperatingSystem.MACOS) {
            return new Found(Firewall.MACOS, true, false);
        }
        if (ufwIsOn()) {
            return new Found(Firewall.UFW, true, true);
        }
        if (startsWithSystem("firewalld.service")) {
            return new Found(Firewall.FIREWALLD, true, true);
        }
        if (startsWithSystem("nftables.service")) {
            return new Found(Firewall.NFTABLES, true, true);
        }
        if (program("ufw")) {
            return new Found(Firewall.UFW, true, false);
        }
        if (program("firewall-cmd")) {
            return new Found(Firewall.FIREWALLD, true, false);
        }
        // Most systems have nft, and use it for nothing.
        return new Found(program("nft") ? Firewall.NFTABLES : Firewall.UFW, false, false);
    }

    private boolean ufwIsOn() {
        return program("ufw")
                && text("etc/ufw/ufw.conf")
                        .lines()
                        .map(line -> line.replace("\"", "").strip())
                        .anyMatch(line -> line.equalsIgnoreCase("ENABLED=yes"));
    }

    private boolean startsWithSystem(String unit) {
        return Stream.of("multi-user.target.wants", "sysinit.target.wants")
                .map(wants -> root.resolve("etc/systemd/system").resolve(wants).resolve(unit))
                // The link itself: where it leads to is not looked at.
                .anyMatch(Files::isSymbolicLink);
    }

    private boolean program(String name) {
        return Stream.of("usr/sbin", "usr/bin", "sbin", "bin")
                .map(folder -> root.resolve(folder).resolve(name))
                .anyMatch(Files::isExecutable);
    }

    private String text(String file) {
        Path path = root.resolve(file);
        try {
            return Files.isRegularFile(path) && Files.size(path) <= MAX_BYTES
                    ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException unreadable) {
            // Then it is not known whether it is on.
            return "";
        }
    }
}
