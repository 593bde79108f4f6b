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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The endpoints of one port, one for each address of this machine: a reply has to leave from the address that was
 * pinged, which one socket for all does not guarantee. Thread-safe; one thread takes the changes.
 *
 * <p>Beside the addresses that the interfaces list, other addresses of 127.0.0.0/8 can have endpoints, which are not
 * reported: they lead to this machine as well. A wildcard endpoint takes the datagrams of addresses without an
 * endpoint.
 */
final class Endpoints {
    static final int ATTEMPTS_FOR_ANY_PORT = 10;

    /** Number of endpoints of addresses that no interface lists. Beyond that the oldest is closed. */
    static final int MAX_OTHERS = 32;

    @FunctionalInterface
    interface Opening {
        Endpoint open(InetAddress address, int port) throws IOException;
    }

    private final int port;
    private final Opening opening;

    /** By {@link #key}. */
    private final Map<String, Endpoint> open = new LinkedHashMap<>();

    /** Of addresses that no interface lists. */
    private final Map<String, Endpoint> others = new LinkedHashMap<>();

    private Optional<Endpoint> wildcard;
    private final List<Endpoint> opened = new ArrayList<>();
    private volatile Set<InetAddress> addresses = Set.of();
    private volatile List<Endpoint> present = List.of();
    private boolean changed;
    private boolean closed;

    private Endpoints(int port, Opening opening, Optional<Endpoint> wildcard) {
        this.port = port;
        this.opening = opening;
        this.wildcard = wildcard;
        wildcard.ifPresent(opened::add);
        noteEndpoints();
    }

    /**
     * Listens on each address that can be listened on.
     *
     * @param port 0 for any that is free
     * @param catchAll whether to take what comes for other IPv4 addresses of this machine, too
     * @throws PortInUseException when another program has it
     * @throws IOException when there is no such address, or there are not sockets enough for all
     */
    static Endpoints open(int port, List<InetAddress> wanted, boolean catchAll) throws IOException {
        return catchAll
                ? open(port, wanted, true, Endpoint::openBeside)
                : open(port, wanted, Endpoint::open);
    }

    static Endpoints open(int port, List<InetAddress> wanted, Opening opening) throws IOException {
        return open(port, wanted, false, opening);
    }

    private static Endpoints open(
            int port, List<InetAddress> wanted, boolean catchAll, Opening opening)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                int free = PortProbe.free(probed(port, wanted));
                // First, as long as it is the only one: nobody else can have the port then.
                Optional<Endpoint> wildcard = catchAll ? wildcard(free) : Optional.empty();
                return openOnce(new Endpoints(free, opening, wildcard), wanted);
            } catch (PortInUseException e) {
                // A port found free can be taken by another program before it is ours.
                if (port != 0 || attempt == ATTEMPTS_FOR_ANY_PORT) {
                    throw e;
                }
            }
        }
    }

    /**
     * A port free on every address is free on each; but a firewall may ask about the probe if loopback is all that is
     * wanted.
     */
    private static InetSocketAddress probed(int port, List<InetAddress> wanted) {
        boolean loopbackIsEnough =
                port == 0
                        && !wanted.isEmpty()
                        && wanted.stream().allMatch(InetAddress::isLoopbackAddress);
        return loopbackIsEnough
                ? new InetSocketAddress(wanted.get(0), port)
                : new InetSocketAddress(port);
    }

    private static Optional<Endpoint> wildcard(int port) throws IOException {
        try {
            return Optional.of(Endpoint.openWildcard(port));
        } catch (BindException e) {
            if (PortProbe.meansInUse(e)) {
                throw PortProbe.inUse(port);
            }
            throw e;
        } catch (UnsupportedOperationException noIpv4) {
            return Optional.empty();
        }
    }

    private static Endpoints openOnce(Endpoints endpoints, List<InetAddress> wanted)
            throws IOException {
        try {
            Map<InetAddress, IOException> failures = endpoints.openMissing(wanted);
            for (IOException failure : failures.values()) {
                if (failure instanceof BindException bind && PortProbe.meansInUse(bind)) {
                    throw PortProbe.inUse(endpoints.port);
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
    synchronized void follow(List<InetAddress> wanted) {
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

    /** Closes an endpoint that does not work any more. */
    synchronized void close(Endpoint endpoint) {
        endpoint.close();
        if (open.values().remove(endpoint)) {
            noteChange();
        } else if (others.values().remove(endpoint)) {
            noteEndpoints();
        } else if (wildcard.equals(Optional.of(endpoint))) {
            wildcard = Optional.empty();
            noteEndpoints();
        }
    }

    /** Listens on further addresses, as far as the system lets it. */
    synchronized void addAliases(List<InetAddress> aliases) {
        aliases.forEach(this::at);
    }

    /** The endpoint of an address, opened now if there was none; empty if the address cannot be listened on. */
    synchronized Optional<Endpoint> at(InetAddress address) {
        Optional<Endpoint> known = known(address);
        if (known.isPresent() || closed) {
            return known;
        }
        if (others.size() == MAX_OTHERS) {
            close(others.values().iterator().next());
        }
        try {
            others.put(key(address), openOne(address));
            noteEndpoints();
        } catch (IOException | UnsupportedOperationException notOurs) {
            return Optional.empty();
        }
        return known(address);
    }

    /** The endpoint of an address, if there is one. */
    synchronized Optional<Endpoint> known(InetAddress address) {
        String key = key(address);
        return Optional.ofNullable(open.getOrDefault(key, others.get(key)));
    }

    /** Whether endpoints of the interfaces' addresses came or went since this was last asked. */
    synchronized boolean takeChanged() {
        boolean result = changed;
        changed = false;
        return result;
    }

    /** Those that were opened since this was last asked. */
    synchronized List<Endpoint> takeOpened() {
        List<Endpoint> result = List.copyOf(opened);
        opened.clear();
        return result;
    }

    /** Whether the server itself listens there. */
    boolean isOurs(InetSocketAddress other) {
        return other.getPort() == port && addresses.contains(other.getAddress());
    }

    /** Whether an address is this machine's. */
    boolean isHere(InetAddress address) {
        return address.isLoopbackAddress() || addresses.contains(address);
    }

    /** The open addresses among those that the interfaces list. */
    synchronized List<InetAddress> addresses() {
        return open.values().stream().map(Endpoint::address).toList();
    }

    /** The smallest receive buffer that the system granted; 0 without endpoints. */
    synchronized int receiveBufferBytes() {
        return open.values().stream().mapToInt(Endpoint::receiveBufferBytes).min().orElse(0);
    }

    /** Closes all for good. The port is free once no thread waits in one of them. */
    synchronized void close() {
        closed = true;
        present.forEach(Endpoint::close);
    }

    /** What could not be opened is tried again the next time: an IPv6 address may not be ready yet. */
    private Map<InetAddress, IOException> openMissing(List<InetAddress> wanted) {
        Map<InetAddress, IOException> failures = new HashMap<>();
        for (InetAddress address : wanted) {
            String key = key(address);
            if (!open.containsKey(key) && !closed) {
                try {
                    Endpoint pinged = others.remove(key);
                    open.put(key, pinged == null ? openOne(address) : pinged);
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

    private Endpoint openOne(InetAddress address) throws IOException {
        if (wildcard.isPresent()) {
            wildcard.get().share(true);
        }
        try {
            Endpoint endpoint = opening.open(address, port);
            opened.add(endpoint);
            return endpoint;
        } finally {
            if (wildcard.isPresent()) {
                wildcard.get().share(false);
            }
        }
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
        noteEndpoints();
    }

    private void noteEndpoints() {
        List<Endpoint> all = new ArrayList<>(open.values());
        all.addAll(others.values());
        addresses = all.stream().map(Endpoint::address).collect(Collectors.toUnmodifiableSet());
        wildcard.ifPresent(all::add);
        present = List.copyOf(all);
    }
}
