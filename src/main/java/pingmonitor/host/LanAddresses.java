package pingmonitor.host;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses of this machine that are worth giving to somebody else. Never asks for the local host's own name: that
 * often leads to 127.0.0.1.
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

    /** What is known of one interface. */
    record Card(
            String name,
            String displayName,
            boolean up,
            boolean loopback,
            boolean pointToPoint,
            List<InetAddress> addresses) {}

    /** Asks the system; takes some milliseconds, on Windows many: not for the FX thread. Empty without a network. */
    public static List<LanAddress> list() {
        try {
            List<Card> cards = new ArrayList<>();
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                card(each, cards);
            }
            return usable(cards, InternetRoute.source());
        } catch (SocketException noneAtAll) {
            return List.of();
        }
    }

    /**
     * Those of the addresses that others can use, best first: IPv4 of the interface that leads to the internet, IPv4 of other
     * networks, global IPv6, whatever else there is, and self-assigned ones last.
     *
     * @param towardsInternet the address from which this machine would send there
     */
    static List<LanAddress> usable(List<Card> cards, Optional<InetAddress> towardsInternet) {
        List<LanAddress> found = new ArrayList<>();
        for (Card card : cards) {
            if (card.up() && !card.loopback() && !card.pointToPoint() && !inside(card)) {
                for (InetAddress address : card.addresses()) {
                    if (reachable(address)) {
                        found.add(new LanAddress(withoutScope(address), card.name(), medium(card)));
                    }
                }
            }
        }
        Optional<String> leading =
                cards.stream()
                        .filter(
                                card ->
                                        towardsInternet
                                                .filter(card.addresses()::contains)
                                                .isPresent())
                        .map(Card::name)
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
        if (uniqueLocal(address)) {
            return 5;
        }
        return leading ? 2 : 3;
    }

    /** For the networks of one site only (RFC 4193). */
    private static boolean uniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    private static void card(NetworkInterface from, List<Card> into) {
        try {
            into.add(
                    new Card(
                            from.getName(),
                            from.getDisplayName() == null ? "" : from.getDisplayName(),
                            from.isUp(),
                            from.isLoopback(),
                            from.isPointToPoint(),
                            from.inetAddresses().toList()));
        } catch (SocketException gone) {
            // It was unplugged between the listing and the question: not an address to give away.
            return;
        }
    }

    private static boolean inside(Card card) {
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

    private static Medium medium(Card card) {
        String name = lower(card.name());
        String shown = lower(card.displayName());
        if (WIFI.matcher(name).matches() || WIFI.matcher(shown).matches()) {
            return Medium.WIFI;
        }
        return ETHERNET.matcher(name).matches() || ETHERNET.matcher(shown).matches()
                ? Medium.ETHERNET
                : Medium.OTHER;
    }

    private static InetAddress withoutScope(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of wrong length", impossible);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
