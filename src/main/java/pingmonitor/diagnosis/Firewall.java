package pingmonitor.diagnosis;

import java.util.List;
import java.util.Locale;

/** A firewall that may keep pings from a server on the same machine, and the command that lets them in. */
public enum Firewall {
    UFW("sudo ufw allow {port}/udp"),
    FIREWALLD("sudo firewall-cmd --add-port={port}/udp"),
    NFTABLES("sudo nft insert rule inet filter input udp dport {port} accept"),
    WINDOWS(
            "netsh advfirewall firewall add rule name=\"UDP Ping Monitor {port}\" dir=in"
                    + " action=allow protocol=UDP localport={port}"),
    /** Its rules name programs, not ports. */
    MACOS(
            "sudo /usr/libexec/ApplicationFirewall/socketfilterfw --add"
                    + " \"/Applications/UDP Ping Monitor.app\" && sudo"
                    + " /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp"
                    + " \"/Applications/UDP Ping Monitor.app\"");

    private final String command;

    Firewall(String command) {
        this.command = command;
    }

    /** The firewalls of the same system, the likeliest first. */
    public List<Firewall> ofSameSystem() {
        return switch (this) {
            case UFW, FIREWALLD, NFTABLES -> List.of(UFW, FIREWALLD, NFTABLES);
            case WINDOWS, MACOS -> List.of(this);
        };
    }

    /** The command that lets UDP in at a port; to be typed on the server's machine, with an administrator's rights. */
    public String command(int port) {
        return command.replace("{port}", Integer.toString(port));
    }

    /** The word for programs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
