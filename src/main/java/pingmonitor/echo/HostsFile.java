package pingmonitor.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system's file of host names, for the loopback addresses that lead to this machine and that no interface lists.
 * Debian and Ubuntu give the computer's own name 127.0.1.1 there.
 */
record HostsFile(Path file) {
    /** Number of addresses that are listened on; further ones are ignored. */
    static final int MAX_ADDRESSES = 8;

    /** What the own name means on a systemd machine without a network, file or not (nss-myhostname). */
    private static final String SYSTEMD_OWN_NAME = "127.0.0.2";

    private static final String USUAL_LOOPBACK = "127.0.0.1";

    private static final Pattern LOOPBACK =
            Pattern.compile("127(\\.(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])){3}");

    static HostsFile ofThisMachine() {
        String windows = Optional.ofNullable(System.getenv("SystemRoot")).orElse("");
        return new HostsFile(
                windows.isEmpty()
                        ? Path.of("/etc/hosts")
                        : Path.of(windows, "System32", "drivers", "etc", "hosts"));
    }

    /**
     * Addresses that the computer's own name may mean beside those of its interfaces; the system may not let all be
     * bound.
     */
    List<InetAddress> ownNameAddresses() {
        return Stream.concat(Stream.of(SYSTEMD_OWN_NAME), loopbacks().stream())
                .distinct()
                .limit(MAX_ADDRESSES)
                // A literal: nothing is looked up.
                .map(word -> new InetSocketAddress(word, 0).getAddress())
                .toList();
    }

    /** The loopback addresses in the file; none if it cannot be read. */
    private List<String> loopbacks() {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.strip().split("[\\s#]", 2)[0])
                    .filter(word -> LOOPBACK.matcher(word).matches())
                    .filter(word -> !word.equals(USUAL_LOOPBACK))
                    .toList();
        } catch (IOException | UncheckedIOException notReadable) {
            return List.of();
        }
    }
}
