package pingmonitor.router;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pingmonitor.host.IpAddress;

/**
 * A mapping without an end, as it is noted until it is removed.
 *
 * @param routerName the router's unique name, one line
 * @param externalPort at the router
 * @param own the address it leads to
 * @param internalPort the port it leads to
 * @param owner the program that uses it
 */
record PermanentNote(
        String routerName, int externalPort, InetAddress own, int internalPort, Owner owner) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int LAST_PORT = 65_535;

    /**
     * A process of this machine.
     *
     * @param startedMillis since 1970, because numbers of processes are used again; 0 where the system does not tell
     */
    record Owner(long process, long startedMillis) {

        static Owner thisProgram() {
            return of(ProcessHandle.current());
        }

        private static Owner of(ProcessHandle process) {
            return new Owner(
                    process.pid(),
                    process.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L));
        }

        boolean isAlive() {
            return ProcessHandle.of(process)
                    .filter(ProcessHandle::isAlive)
                    .filter(each -> of(each).equals(this))
                    .isPresent();
        }
    }

    /** Under which it is kept: one for each port of each router. */
    String name() {
        return "udp-" + externalPort + "-" + Integer.toHexString(routerName.hashCode());
    }

    /** Whether a mapping has the same port outside and leads to the same place. */
    boolean leadsLike(Mapping mapping) {
        return externalPort == mapping.externalPort()
                && own.equals(mapping.gateway().ownAddress())
                && internalPort == mapping.internalPort();
    }

    String text() {
        return String.join(
                "\n",
                "router=" + routerName,
                "external-port=" + externalPort,
                "own-address=" + own.getHostAddress(),
                "internal-port=" + internalPort,
                "process=" + owner.process(),
                "started=" + owner.startedMillis(),
                "");
    }

    /** Reads {@link #text}; empty when it is something else. */
    static Optional<PermanentNote> parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : text.lines().limit(20).toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String router = RouterReplyText.line(values.getOrDefault("router", ""));
        Optional<InetAddress> own = IpAddress.parseIpv4(values.getOrDefault("own-address", ""));
        long external = number(values, "external-port");
        long internal = number(values, "internal-port");
        long process = number(values, "process");
        long started = number(values, "started");
        boolean whole =
                !router.isEmpty()
                        && own.isPresent()
                        && isPort(external)
                        && isPort(internal)
                        && process > 0
                        && started >= 0;
        return whole
                ? Optional.of(
                        new PermanentNote(
                                router,
                                (int) external,
                                own.get(),
                                (int) internal,
                                new Owner(process, started)))
                : Optional.empty();
    }

    private static long number(Map<String, String> values, String name) {
        String text = values.getOrDefault(name, "");
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    private static boolean isPort(long number) {
        return number >= 1 && number <= LAST_PORT;
    }
}
