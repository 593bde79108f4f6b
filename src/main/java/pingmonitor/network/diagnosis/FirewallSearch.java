package pingmonitor.network.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out which firewall this machine has, by looking at files that everybody may read: no right is needed and nothing is
 * started. What rules it has stays unknown.
 */
public final class FirewallSearch {
    /** Far more than the file has. */
    private static final int MOST_BYTES = 10_000;

    private final Path root;
    private final String system;

    FirewallSearch(Path root, String system) {
        this.root = root;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /**
     * What was found.
     *
     * @param firewall the one that is on, else one that is there; on Windows and macOS the system's own
     * @param on whether it is set to start with the system; on Windows and macOS unknown, so false
     */
    public record Found(Optional<Firewall> firewall, boolean on) {}

    /** Looks at this machine: some files, so not on the FX thread. */
    public static Found here() {
        return new FirewallSearch(Path.of("/"), System.getProperty("os.name", "")).look();
    }

    Found look() {
        if (system.startsWith("windows")) {
            return new Found(Optional.of(Firewall.WINDOWS), false);
        }
        if (system.startsWith("mac")) {
            return new Found(Optional.of(Firewall.MACOS), false);
        }
        if (ufwIsOn()) {
            return new Found(Optional.of(Firewall.UFW), true);
        }
        if (startsWithSystem("firewalld.service")) {
            return new Found(Optional.of(Firewall.FIREWALLD), true);
        }
        if (startsWithSystem("nftables.service")) {
            return new Found(Optional.of(Firewall.NFTABLES), true);
        }
        Optional<Firewall> installed =
                program("ufw")
                        ? Optional.of(Firewall.UFW)
                        : program("firewall-cmd")
                                ? Optional.of(Firewall.FIREWALLD)
                                : Optional.empty();
        return new Found(installed, false);
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
            return Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES
                    ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException unreadable) {
            // Then it is not known whether it is on.
            return "";
        }
    }
}
