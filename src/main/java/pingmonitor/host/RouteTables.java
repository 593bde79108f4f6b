package pingmonitor.host;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the route tables of Linux, macOS and Windows for the default routes of IPv4, best first. */
final class RouteTables {
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{1,8}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
    private static final String NO_ADDRESS = "0.0.0.0";
    private static final int LINUX_GATEWAY_FLAG = 2;
    private static final int LINUX_UP_FLAG = 1;
    private static final int MAC_FLAGS = 2;
    private static final int MAC_NETIF = 3;

    private RouteTables() {}

    /**
     * Linux, {@code /proc/net/route}: addresses as hexadecimal numbers in the processor's order of bytes.
     *
     * @param order of the processor
     */
    static List<DefaultRoute> linux(String table, ByteOrder order) {
        List<DefaultRoute> routes = new ArrayList<>();
        for (String[] row : rows(table)) {
            boolean isRoute =
                    row.length >= 8
                            && List.of(row).subList(1, 4).stream()
                                    .allMatch(word -> HEX.matcher(word).matches())
                            && HEX.matcher(row[7]).matches()
                            && NUMBER.matcher(row[6]).matches();
            if (!isRoute) {
                continue;
            }
            int flags = Integer.parseUnsignedInt(row[3], 16);
            boolean isDefault =
                    Integer.parseUnsignedInt(row[1], 16) == 0
                            && Integer.parseUnsignedInt(row[7], 16) == 0;
            int wanted = LINUX_UP_FLAG | LINUX_GATEWAY_FLAG;
            if (isDefault && (flags & wanted) == wanted) {
                int gateway = Integer.parseUnsignedInt(row[2], 16);
                byte[] bytes = ByteBuffer.allocate(4).order(order).putInt(gateway).array();
                routes.add(new DefaultRoute(IpAddress.of(bytes), row[0], Long.parseLong(row[6])));
            }
        }
        return best(routes);
    }

    /**
     * macOS, {@code netstat -rn -f inet}: in the order the system prefers. Older versions print two more columns before
     * the name of the interface, so the header says which it is.
     */
    static List<DefaultRoute> mac(String table) {
        List<DefaultRoute> routes = new ArrayList<>();
        int netif = MAC_NETIF;
        for (String[] row : rows(table)) {
            int named = List.of(row).indexOf("Netif");
            netif = named > MAC_FLAGS ? named : netif;
            boolean isDefault =
                    row.length > netif && row[0].equals("default") && row[MAC_FLAGS].contains("G");
            if (isDefault) {
                String name = row[netif];
                // A gateway such as "link#18" is an interface, not a machine.
                Optional<InetAddress> gateway = IpAddress.parseIpv4(row[1]);
                gateway.ifPresent(
                        address -> routes.add(new DefaultRoute(address, name, routes.size())));
            }
        }
        return best(routes);
    }

    /**
     * Windows, {@code route print -4}: its words are in the system's language, but a default route is two times
     * 0.0.0.0, gateway, this machine's address and metric in all of them.
     */
    static List<DefaultRoute> windows(String table) {
        List<DefaultRoute> routes = new ArrayList<>();
        for (String[] row : rows(table)) {
            boolean isDefault =
                    row.length == 5
                            && row[0].equals(NO_ADDRESS)
                            && row[1].equals(NO_ADDRESS)
                            && IpAddress.parseIpv4(row[3]).isPresent()
                            && NUMBER.matcher(row[4]).matches();
            if (isDefault) {
                IpAddress.parseIpv4(row[2])
                        .ifPresent(
                                gateway ->
                                        routes.add(
                                                new DefaultRoute(
                                                        gateway, "", Long.parseLong(row[4]))));
            }
        }
        return best(routes);
    }

    private static List<String[]> rows(String table) {
        return table.lines().map(line -> line.strip().split("\\s+")).toList();
    }

    private static List<DefaultRoute> best(List<DefaultRoute> routes) {
        return routes.stream()
                .filter(route -> isMachine(route.gateway()))
                .sorted(Comparator.comparingLong(DefaultRoute::metric))
                .toList();
    }

    private static boolean isMachine(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !address.isLoopbackAddress();
    }
}
