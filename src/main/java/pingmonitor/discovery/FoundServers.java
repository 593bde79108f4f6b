package pingmonitor.discovery;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pingmonitor.wire.DisplayText;

/**
 * What all interfaces have seen, as one entry a server. Whatever they say is from the network: too much is left out,
 * nonsense too, and texts are made safe to show.
 */
final class FoundServers {
    /** Limit of servers kept, more than a class has. */
    static final int MAX_SIGHTINGS = 200;

    static final int MAX_ADDRESSES = 8;
    static final int MAX_NAME_CHARACTERS = 63;
    static final int MAX_HOST_CHARACTERS = 100;

    private static final int MAX_PORT = 65_535;

    private final Map<Place, ServerSighting> sightings = new LinkedHashMap<>();
    private final Set<Silent> silent = new HashSet<>();
    private LocalNetworks vicinity = new LocalNetworks(List.of());

    /**
     * @param host only of a server with an id: on two cables to the same network it has one name on two hosts, and what
     *     is heard is now the one and now the other
     */
    private record Place(NetworkAttachment at, String name, String host) {}

    /** A server that does not answer on an interface any more. */
    private record Silent(NetworkAttachment at, String name) {}

    /** Sets the networks of this machine. */
    synchronized void from(LocalNetworks now) {
        vicinity = now;
    }

    synchronized void seen(NetworkAttachment at, ServerSighting sighting) {
        String name = lower(sighting.name());
        silent.remove(new Silent(at, name));
        Place place =
                new Place(at, name, sighting.id().map(id -> lower(sighting.host())).orElse(""));
        if (sighting.id().isPresent()) {
            sightings.remove(new Place(at, name, ""));
        } else if (isKnownById(at, name)) {
            // The same server, of which not all records were received again.
            return;
        }
        if (sightings.size() < MAX_SIGHTINGS || sightings.containsKey(place)) {
            sightings.put(place, sighting);
        }
    }

    private boolean isKnownById(NetworkAttachment at, String name) {
        return sightings.entrySet().stream()
                .anyMatch(
                        each ->
                                each.getKey().at().equals(at)
                                        && each.getKey().name().equals(name)
                                        && each.getValue().id().isPresent());
    }

    /** Hides a server that does not answer, or shows it again. */
    synchronized void silent(NetworkAttachment at, String name, boolean isSilent) {
        Silent one = new Silent(at, lower(name));
        if (isSilent) {
            silent.add(one);
        } else {
            silent.remove(one);
        }
    }

    synchronized void gone(NetworkAttachment at, String name) {
        silent.remove(new Silent(at, lower(name)));
        sightings
                .keySet()
                .removeIf(place -> place.at().equals(at) && place.name().equals(lower(name)));
    }

    /** The interface itself is gone. */
    synchronized void forget(NetworkAttachment at) {
        silent.removeIf(one -> one.at().equals(at));
        sightings.keySet().removeIf(place -> place.at().equals(at));
    }

    /** The servers that can be pinged, in the order they were first seen. */
    synchronized List<FoundServer> servers() {
        Map<String, List<ServerSighting>> byServer = new LinkedHashMap<>();
        sightings.forEach(
                (place, each) -> {
                    boolean canBePinged = each.port() >= 1 && each.port() <= MAX_PORT;
                    if (canBePinged && !silent.contains(new Silent(place.at(), place.name()))) {
                        byServer.computeIfAbsent(server(each), key -> new ArrayList<>()).add(each);
                    }
                });
        List<FoundServer> servers = new ArrayList<>();
        for (List<ServerSighting> same : byServer.values()) {
            List<InetAddress> addresses = addresses(same);
            if (!addresses.isEmpty()) {
                servers.add(server(plainest(same), addresses));
            }
        }
        return servers;
    }

    /** The shortest name: a second announcement of the same server may have a number. */
    private static ServerSighting plainest(List<ServerSighting> same) {
        return Collections.min(same, Comparator.comparingInt(each -> each.name().length()));
    }

    private FoundServer server(ServerSighting sighting, List<InetAddress> addresses) {
        String host = shown(sighting.host(), MAX_HOST_CHARACTERS).replaceFirst("\\.$", "");
        String name = shown(sighting.name(), MAX_NAME_CHARACTERS);
        return new FoundServer(
                name.isEmpty() ? host : name,
                host,
                addresses,
                sighting.port(),
                addresses.stream().anyMatch(vicinity::isHere));
    }

    private List<InetAddress> addresses(List<ServerSighting> same) {
        return same.stream()
                .flatMap(each -> each.addresses().stream())
                .filter(LocalNetworks::canBePinged)
                .distinct()
                .sorted(vicinity.bestFirst())
                .limit(MAX_ADDRESSES)
                .toList();
    }

    /** On two cables to the same network the second announcement has another name and another host. */
    private static String server(ServerSighting sighting) {
        return sighting.id().orElseGet(() -> lower(sighting.name()) + '\n' + lower(sighting.host()))
                + '\n'
                + sighting.port();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String shown(String text, int most) {
        String safe = DisplayText.of(StandardCharsets.UTF_8.encode(text)).strip();
        return safe.codePointCount(0, safe.length()) <= most
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, most - 1)) + '…';
    }
}
