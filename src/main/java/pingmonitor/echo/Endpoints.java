package pingmonitor.echo;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The endpoints of one port, one for each address of this machine: a reply has to leave from the address that was
 * pinged, which one socket for all does not guarantee. Used by one thread, apart from {@link #isOurs} and {@link #close()}.
 */
final class Endpoints {
    static final int ATTEMPTS_FOR_ANY_PORT = 10;

    /** How to listen on an address. */
    @FunctionalInterface
    interface Opening {
        Endpoint open(InetAddress address, int port) throws IOException;
    }

    private final int port;
    private final Opening opening;

    /** By {@link #key}. */
    private final Map<String, Endpoint> open = new LinkedHashMap<>();

    private final List<Endpoint> opened = new ArrayList<>();
    private volatile Set<InetAddress> addresses = Set.of();
    private volatile List<Endpoint> present = List.of();
    private boolean changed;

    private Endpoints(int port, Opening opening) {
        this.port = port;
        this.opening = opening;
    }

    /**
     * Listens on each address that can be listened on.
     *
     * @param port 0 for any that is free
     * @throws PortInUseException when another program has it
     * @throws IOException when there is no such address, or there are not sockets enough for all
     */
    static Endpoints open(int port, List<InetAddress> wanted) throws IOException {
        return open(port, wanted, Endpoint::open);
    }

    static Endpoints open(int port, List<InetAddress> wanted, Opening opening) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return openOnce(PortProbe.free(probed(port, wanted)), wanted, opening);
            } catch (PortInUseException e) {
                // A port found free can be taken by another program before it is ours.
                if (port != 0 || attempt == ATTEMPTS_FOR_ANY_PORT) {
                    throw e;
                }
            }
        }
    }

    /** A port free on every address is free on each; but a firewall may ask about the probe if loopback is all that is wanted. */
    private static InetSocketAddress probed(int port, List<InetAddress> wanted) {
        boolean loopbackIsEnough =
                port == 0
                        && !wanted.isEmpty()
                        && wanted.stream().allMatch(InetAddress::isLoopbackAddress);
        return loopbackIsEnough
                ? new InetSocketAddress(wanted.get(0), port)
                : new InetSocketAddress(port);
    }

    private static Endpoints openOnce(int port, List<InetAddress> wanted, Opening opening)
            throws IOException {
        Endpoints endpoints = new Endpoints(port, opening);
        try {
            Map<InetAddress, IOException> failures = endpoints.openMissing(wanted);
            for (IOException failure : failures.values()) {
                if (failure instanceof BindException bind && PortProbe.meansInUse(bind)) {
                    throw PortProbe.inUse(port);
                }
            }
            // Better not at all than on some of the addresses without a word.
            boolean lacksSockets =
                    failures.values().stream().anyMatch(NoSocketException.class::isInstance);
            if (lacksSockets || endpoints.open.isEmpty()) {
                throw new IOException(reasons(failures));
            }
            endpoints.takeChanged();
            return endpoints;
        } catch (IOException e) {
            endpoints.close();
            throw e;
        }
    }

    /** In the system's words, each with the addresses it is about; mostly they are the same for all. */
    private static String reasons(Map<InetAddress, IOException> failures) {
        Map<String, List<String>> addresses = new TreeMap<>();
        failures.forEach(
                (address, failure) ->
                        addresses
                                .computeIfAbsent(
                                        String.valueOf(failure.getMessage()),
                                        message -> new ArrayList<>())
                                .add(address.getHostAddress()));
        return addresses.isEmpty()
                ? "no address to listen on"
                : addresses.entrySet().stream()
                        .map(of -> of.getKey() + " (" + String.join(", ", of.getValue()) + ")")
                        .collect(Collectors.joining(", "));
    }

    int port() {
        return port;
    }

    /** Listens on what is new, and no more on what is gone. */
    void follow(List<InetAddress> wanted) {
        Set<String> keys = new HashSet<>();
        wanted.forEach(address -> keys.add(key(address)));
        List<Endpoint> gone =
                open.entrySet().stream()
                        .filter(entry -> !keys.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        gone.forEach(this::close);
        openMissing(wanted);
    }

    /** Gives up one that does not work any more. */
    void close(Endpoint endpoint) {
        endpoint.close();
        if (open.values().remove(endpoint)) {
            noteChange();
        }
    }

    /** Whether endpoints came or went since this was last asked. */
    boolean takeChanged() {
        boolean result = changed;
        changed = false;
        return result;
    }

    /** Those that were opened since this was last asked. */
    List<Endpoint> takeOpened() {
        List<Endpoint> result = List.copyOf(opened);
        opened.clear();
        return result;
    }

    /** From any thread. */
    boolean isOurs(InetSocketAddress other) {
        return other.getPort() == port && addresses.contains(other.getAddress());
    }

    List<InetAddress> addresses() {
        return open.values().stream().map(Endpoint::address).toList();
    }

    /** The smallest that the system granted, 0 without endpoints. */
    int receiveBufferBytes() {
        return open.values().stream().mapToInt(Endpoint::receiveBufferBytes).min().orElse(0);
    }

    /**
     * Ends all that are open now; the port is free when nobody waits in one of them any more. From any thread: the one
     * that uses them may itself wait in one.
     */
    void close() {
        present.forEach(Endpoint::close);
    }

    /** What could not be opened is tried again the next time: an IPv6 address may not be ready yet. */
    private Map<InetAddress, IOException> openMissing(List<InetAddress> wanted) {
        Map<InetAddress, IOException> failures = new HashMap<>();
        for (InetAddress address : wanted) {
            String key = key(address);
            if (!open.containsKey(key)) {
                try {
                    Endpoint endpoint = opening.open(address, port);
                    open.put(key, endpoint);
                    opened.add(endpoint);
                    noteChange();
                } catch (IOException e) {
                    failures.put(address, e);
                } catch (UnsupportedOperationException e) {
                    failures.put(address, new IOException("no IPv6 on this machine", e));
                }
            }
        }
        return failures;
    }

    /**
     * Link-local addresses of two interfaces may differ in nothing but the scope. Its name is not enough: an interface
     * that went and came back has the same name and another number, and the socket of the old one hears nothing more.
     */
    private static String key(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address scoped ? text + " " + scoped.getScopeId() : text;
    }

    private void noteChange() {
        changed = true;
        addresses = Set.copyOf(addresses());
        present = List.copyOf(open.values());
    }
}
