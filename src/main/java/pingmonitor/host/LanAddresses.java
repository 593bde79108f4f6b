package pingmonitor.host;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds and ranks the addresses under which others reach this machine. It never resolves the machine's own name: that
 * often gives 127.0.0.1.
 */
public final class LanAddresses {
    /** Interfaces of containers, virtual machines and tunnels, by the names Linux and macOS give them. */
    private static final Pattern INSIDE_NAME =
            Pattern.compile(
                    "(docker|br-|bridge|veth|virbr|vmnet|vboxnet|vnet|lxc|lxd|podman|cni|flannel|cali"
                            + "|tun|tap|wg|utun|ppp|ipsec|gif|stf|zt|tailscale|nordlynx|awdl|llw|anpi|ap\\d"
                            + "|dummy|ifb|sit|teredo|isatap).*");

    /** The same by what Windows shows, which names the interfaces themselves alike. */
    private static final Pattern INSIDE_DISPLAY_NAME =
            Pattern.compile(
                    ".*(hyper-v|virtualbox|vmware|virtual|wsl|docker|wireguard|wintun|tap-windows|openvpn"
                            + "|tailscale|zerotier|teredo|isatap|bluetooth|loopback).*");

    private static final Pattern WIFI = Pattern.compile("wl.*|.*(wi-?fi|wireless|802\\.11).*");

    /** {@code en} and a letter is Linux; {@code en0} is macOS and may be anything. */
    private static final Pattern ETHERNET = Pattern.compile("en[a-z].*|eth.*|.*ethernet.*|.*gbe.*");

    private LanAddresses() {}

    /**
     * The addresses, best first; empty without a network. Takes milliseconds, on Windows many: not for the FX thread.
     */
    public static List<LanAddress> list() {
        return usable(NetworkInterfaces.listOrEmpty(), SourceAddress.towardsInternet());
    }

    /**
     * The addresses that others can use, best first: IPv4 of the interface that leads to the internet, IPv4 of other
     * networks, global IPv6, the rest, and self-assigned ones last.
     *
     * @param towardsInternet source address of this machine towards the internet
     */
    static List<LanAddress> usable(
            List<HostInterface> cards, Optional<InetAddress> towardsInternet) {
        List<LanAddress> found = new ArrayList<>();
        for (HostInterface card : cards) {
            if (card.up() && !card.loopback() && !card.pointToPoint() && !inside(card)) {
                for (HostAddress each : card.addresses()) {
                    InetAddress address = each.address();
                    if (reachable(address)) {
                        found.add(
                                new LanAddress(
                                        IpAddress.of(address.getAddress()),
                                        card.name(),
                                        medium(card)));
                    }
                }
            }
        }
        Optional<String> leading =
                cards.stream()
                        .filter(card -> towardsInternet.filter(card::hasAddress).isPresent())
                        .map(HostInterface::name)
                        .findFirst();
        found.sort(
                Comparator.comparingInt(
                        each -> rank(each, leading.equals(Optional.of(each.interfaceName())))));
        return List.copyOf(found);
    }

    private static int rank(LanAddress each, boolean leading) {
        InetAddress address = each.address();
        if (address.isLinkLocalAddress()) {
            return 6;
        }
        boolean four = address instanceof Inet4Address;
        if (four) {
            return leading ? 0 : each.medium() == Medium.OTHER ? 4 : 1;
        }
        if (AddressScope.of(address) == AddressScope.PRIVATE) {
            return 5;
        }
        return leading ? 2 : 3;
    }

    private static boolean inside(HostInterface card) {
        return INSIDE_NAME.matcher(lower(card.name())).matches()
                || INSIDE_DISPLAY_NAME.matcher(lower(card.displayName())).matches();
    }

    private static boolean reachable(InetAddress address) {
        boolean linkLocalSix = address instanceof Inet6Address && address.isLinkLocalAddress();
        return !linkLocalSix
                && !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress();
    }

    private static Medium medium(HostInterface card) {
        String name = lower(card.name());
        String shown = lower(card.displayName());
        if (WIFI.matcher(name).matches() || WIFI.matcher(shown).matches()) {
            return Medium.WIFI;
        }
        return ETHERNET.matcher(name).matches() || ETHERNET.matcher(shown).matches()
                ? Medium.ETHERNET
                : Medium.OTHER;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
