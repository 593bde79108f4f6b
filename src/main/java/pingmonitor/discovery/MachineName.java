package pingmonitor.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What this machine is called. */
final class MachineName {
    /** The last resort of a machine without a name. */
    static final ServiceName NAMELESS = new ServiceName("UDP Ping Monitor");

    private static final Path OF_LINUX = Path.of("/proc/sys/kernel/hostname");

    private MachineName() {}

    /** Asks the system; may wait for a name server where the quick ways do not work. */
    static ServiceName ask() {
        return first(
                Stream.of(
                        () -> Optional.ofNullable(System.getenv("COMPUTERNAME")),
                        MachineName::ofLinux,
                        MachineName::ofLocalHost));
    }

    static ServiceName first(Stream<Supplier<Optional<String>>> ways) {
        return ways.map(Supplier::get)
                .flatMap(Optional::stream)
                .map(MachineName::withoutDomain)
                .flatMap(name -> ServiceName.of(name).stream())
                .filter(name -> !name.text().equals("localhost"))
                .findFirst()
                .orElse(NAMELESS);
    }

    /** {@code ana.local} is called ana. */
    private static String withoutDomain(String name) {
        return name.strip().split("\\.", 2)[0];
    }

    private static Optional<String> ofLinux() {
        try {
            return Files.isReadable(OF_LINUX)
                    ? Optional.of(Files.readString(OF_LINUX))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofLocalHost() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
