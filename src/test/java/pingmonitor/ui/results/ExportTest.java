package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Session;

class ExportTest {
    @TempDir Path folder;

    private static Session session(String host) {
        Session session = new Session(PingPlan.lab(host, 12_000));
        session.apply(new PingEvent.Started(FedEngine.server(), FedEngine.NOON));
        session.apply(new PingEvent.Sent(1, FedEngine.NOON, 24));
        session.apply(new PingEvent.Replied(1, FedEngine.nanos(0.412), FedEngine.reply(1)));
        return session;
    }

    private ExportTarget target(String name, ExportFormat chosen) {
        return ExportTarget.of(
                new FileChoice.Choice(folder.resolve(name), chosen), ExportFormat.CSV);
    }

    @Test
    void suffixOfTheNameDecidesTheFormat() {
        assertEquals(ExportFormat.JSON, target("a.JSON", ExportFormat.CSV).format());
        assertEquals(
                new ExportTarget(folder.resolve("a.csv"), ExportFormat.CSV, false),
                target("a.csv", ExportFormat.CSV));
    }

    @Test
    void nameWithoutAKnownSuffixGetsTheOneOfTheChosenFormat() {
        assertEquals(
                new ExportTarget(folder.resolve("run 1.b.txt"), ExportFormat.CONSOLE, true),
                target("run 1.b", ExportFormat.CONSOLE));
    }

    @Test
    void anotherChosenFormatChangesTheProposedSuffix() {
        assertEquals(
                new ExportTarget(folder.resolve("ping-a-1.json"), ExportFormat.JSON, true),
                target("ping-a-1.csv", ExportFormat.JSON));
    }

    @Test
    void everyFormatIsWrittenWholeAndLeavesNothingElse() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("ping" + format.suffix());
            Files.writeString(file, "old");
            ExportFile.write(session("127.0.0.1"), format, Locale.ENGLISH, file);

            assertTrue(Files.readString(file).contains("PING 1 1795342927.102331"), format.name());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(ExportFormat.values().length, files.count());
        }
    }

    @Test
    void failedWriteLeavesNoFile() throws IOException {
        Path file = folder.resolve("taken.csv");
        Files.createDirectories(file.resolve("by a folder"));

        assertThrows(
                IOException.class,
                () ->
                        ExportFile.write(
                                session("127.0.0.1"), ExportFormat.CSV, Locale.ENGLISH, file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void proposedNameSaysWhatIsInTheFile() {
        assertEquals(
                "ping-127.0.0.1-12000-2026-11-23-1200.csv",
                ExportFile.proposedName(session("127.0.0.1"), ExportFormat.CSV, ZoneOffset.UTC));
        String ipv6 =
                ExportFile.proposedName(session("fe80::1%eth0"), ExportFormat.JSON, ZoneOffset.UTC);
        assertFalse(ipv6.contains(":") || ipv6.contains("%"), ipv6);
        String longest = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);
        String proposed =
                ExportFile.proposedName(session(longest), ExportFormat.JSON, ZoneOffset.UTC);
        assertTrue(proposed.length() <= 255, proposed);
        assertTrue(proposed.endsWith("-12000-2026-11-23-1200.json"), proposed);
    }
}
