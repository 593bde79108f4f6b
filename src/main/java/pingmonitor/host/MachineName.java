package pingmonitor.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The name of this machine. */
public final class MachineName {
    private static final Path LINUX_FILE = Path.of("/proc/sys/kernel/hostname");

    private MachineName() {}

    /**
     * The names that the system has for this machine, without domain, best first. Each is asked for only when it is
     * needed: the last one may wait for a name server.
     */
    public static Stream<String> candidates() {
        return candidates(
                Stream.of(
                        () -> Optional.ofNullable(System.getenv("COMPUTERNAME")),
                        MachineName::ofLinux,
                        MachineName::ofLocalHost));
    }

    /** The names from these sources. */
    public static Stream<String> candidates(Stream<Supplier<Optional<String>>> sources) {
        return sources.map(Supplier::get)
                .flatMap(Optional::stream)
                .map(MachineName::withoutDomain)
                .filter(name -> !name.equals("localhost"));
    }

    /** Returns ana for {@code ana.local}. */
    private static String withoutDomain(String name) {
        return name.strip().split("\\.", 2)[0];
    }

    private static Optional<String> ofLinux() {
        try {
            return OperatingSystem.current() == OperatingSystem.LINUX
                            && Files.isReadable(LINUX_FILE)
                    ? Optional.of(Files.readString(LINUX_FILE))
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
