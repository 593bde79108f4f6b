package pingmonitor.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The networks this machine is in, for a judgement on addresses that others name. */
record LocalNetworks(List<Network> networks) {
    /** From 224.0.0.0 on: groups, what is reserved (RFC 1112), and the broadcast address. */
    private static final int FIRST_OF_NO_MACHINE = 224;

    /**
     * An address of this machine and how much of it is its network's.
     *
     * @param prefixLength in bits
     */
    record Network(InetAddress address, int prefixLength) {

        boolean contains(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < prefixLength; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    LocalNetworks {
        networks = List.copyOf(networks);
    }

    /** Asks the system. */
    static LocalNetworks ofThisMachine() {
        List<Network> found = new ArrayList<>();
        try {
            for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
                for (InterfaceAddress each : card.getInterfaceAddresses()) {
                    found.add(new Network(each.getAddress(), bits(each)));
                }
            }
        } catch (SocketException noneAtAll) {
            return new LocalNetworks(List.of());
        }
        return new LocalNetworks(found);
    }

    /** Some systems know no length, or one that cannot be. */
    private static int bits(InterfaceAddress of) {
        int most = of.getAddress().getAddress().length * Byte.SIZE;
        int said = of.getNetworkPrefixLength();
        return said <= 0 || said > most ? most : said;
    }

    /** Whether it is an address of this machine. */
    boolean isHere(InetAddress address) {
        return networks.stream()
                .anyMatch(each -> Arrays.equals(each.address().getAddress(), address.getAddress()));
    }

    /**
     * Whether another machine can be pinged at an address: not at one that is everybody's, nobody's, or each machine's
     * own. One of IPv6 that holds on one cable only is left out, too: it means nothing without the name of a cable.
     */
    static boolean canBePinged(InetAddress address) {
        if (address instanceof Inet4Address) {
            int first = Byte.toUnsignedInt(address.getAddress()[0]);
            return first != 0 && !address.isLoopbackAddress() && first < FIRST_OF_NO_MACHINE;
        }
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }

    /** IPv4 first, which the lab's servers speak; then what is in a network of ours; a self-assigned one late. */
    Comparator<InetAddress> bestFirst() {
        return Comparator.comparing((InetAddress each) -> !(each instanceof Inet4Address))
                .thenComparing(each -> !isNear(each))
                .thenComparing(InetAddress::isLinkLocalAddress)
                .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned);
    }

    private boolean isNear(InetAddress address) {
        return networks.stream().anyMatch(each -> each.contains(address));
    }
}
