package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.report.DayRun;
import pingmonitor.report.RunLabel;
import pingmonitor.series.SeriesSource;
import pingmonitor.series.SessionSeries;
import pingmonitor.session.Scene;
import pingmonitor.session.SessionView;

/** {@code report} of a run of a day that began at 20:40:12 in São Paulo. */
class ReportCommandTest {
    private static final SessionView DAY = DayRun.session();
    private static final byte[] PCAPNG = {0x0A, 0x0D, 0x0D, 0x0A};

    @TempDir private Path folder;

    @Test
    void withoutAFormItIsText() {
        CliRun run = report("last");
        assertEquals(0, run.code());
        assertEquals("Lisbon (lisbon.example.net:12000)", run.out().get(0));
        assertEquals(run.out(), report("last", "--text").out());
        assertEquals(List.of(), run.err());
    }

    @Test
    void windowLimitsTheText() {
        CliRun run = report("last", "--from", "02:00", "--to", "03:00");
        assertTrue(run.out().get(1).startsWith("Part of the run: November 30, 2026, 02:00:00 to"));
        assertTrue(run.out().get(3).contains("3600 pings were sent"), run.out().get(3));
    }

    @Test
    void csvHasALineForEachPingOfTheWindow() {
        CliRun run = report("last", "--csv", "--from", "2026-11-30T02:00", "--to", "02:01");
        assertEquals(61, run.out().size());
        assertTrue(run.out().get(1).contains(",2026-11-30T05:00:00.000000Z,"));
    }

    @Test
    void zoneOfTheWindowMayBeNamed() {
        assertEquals(
                report("last", "--csv", "--from", "02:00", "--to", "02:01").out(),
                report("last", "--csv", "--from", "05:00Z", "--to", "05:01Z").out());
    }

    @Test
    void jsonIsOneObject() {
        CliRun run = report("last", "--json", "--from", "02:00", "--to", "02:01");
        var json = JsonParser.parseString(String.join("\n", run.out())).getAsJsonObject();
        assertEquals(60, json.getAsJsonArray("pings").size());
        assertEquals("Lisbon", json.get("name").getAsString());
    }

    @Test
    void htmlIsInTheLanguageOfTheSystem() {
        String english = String.join("\n", report("last", "--html").out());
        assertTrue(english.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
        CliRun run = CliRun.inPortuguese(engines(), "report", "last", "--html");
        assertTrue(String.join("\n", run.out()).contains("<html lang=\"pt-BR\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--text", "--json", "--csv", "--html", "--pcapng"})
    void outputIsAFile(String form) throws IOException {
        Path file = folder.resolve("report");
        Files.writeString(file, "old");
        CliRun run =
                report("last", form, "--from", "02:00", "--to", "02:05", "-o", file.toString());
        assertEquals(0, run.code(), run.err()::toString);
        assertEquals(List.of(), run.out());
        assertTrue(Files.size(file) > 500);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "something is left beside it");
        }
    }

    @Test
    void pcapngGoesIntoAPipeAsItIs() {
        assertArrayEquals(PCAPNG, Arrays.copyOf(bytes(false, "--pcapng"), 4));
    }

    @Test
    void pcapngIsRefusedByATerminal() {
        assertEquals(0, bytes(true, "--pcapng").length);
        assertTrue(bytes(true, "--text").length > 0);
    }

    @Test
    void lossesInARowAreAsAskedFor() {
        assertTrue(String.join("\n", report("last").out()).contains("There were 2 outages"));
        assertTrue(
                String.join("\n", report("last", "--losses", "100").out())
                        .contains("There was 1 outage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "three", "99999999999", ""})
    void otherNumbersOfLossesAreRefused(String losses) {
        refused(report("last", "--losses=" + losses), "is not a number of losses: use 1 to 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "25:00", "", "2026-11-30T"})
    void whatIsNoTimeIsToldWithATimeOfTheRun(String typed) {
        refused(
                report("last", "--from=" + typed),
                "is not a time for --from: write it like 2026-11-29T20:40 or 20:40.");
    }

    @Test
    void windowWithoutLengthIsRefused() {
        refused(
                report("last", "--from", "2026-11-30T03:00", "--to", "2026-11-30T02:00"),
                "--to must be later than --from");
    }

    @Test
    void windowWithoutAPingSaysWhenTheRunWas() {
        CliRun run = report("last", "--from", "2027-01-01");
        assertEquals(1, run.code());
        assertEquals(
                List.of(
                        "No ping was sent in that time. The pings of this run were sent from"
                                + " 2026-11-29 20:40:12 to 2026-11-30 20:40:11."),
                run.err());
    }

    @Test
    void runWithoutAPingSaysSo() {
        CliRun run = of(new Scene().started().session);
        assertEquals(1, run.code());
        assertEquals(List.of("No ping was sent in this run."), run.err());
    }

    @Test
    void twoFormsAreOneTooMany() {
        refused(report("last", "--csv", "--html"), "--csv and --html cannot be used together");
    }

    @Test
    void missingRunIsNamed() {
        FakeEngines none = new FakeEngines();
        refused(CliRun.of(none, "report", "x.pingrun"), "No kept run is called \"x.pingrun\"");
        refused(CliRun.of(none, "report", "LAST"), "No run has been kept yet.");
        refused(CliRun.of(none, "report"), "Missing: RUN");
    }

    @Test
    void diskThatFailsWhileTheRunIsReadIsTold() {
        FakeEngines failing =
                new FakeEngines()
                        .keeping(
                                name -> {
                                    throw new UncheckedIOException(new IOException("I/O error"));
                                });
        refused(CliRun.of(failing, "report", "last"), "I/O error");
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("none").resolve("report.html");
        CliRun run = report("last", "--html", "--output", nowhere.toString());
        refused(run, "report.html could not be written");
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void folderThatIsNotThereIsToldInsteadOfATemporaryName() {
        Path none = folder.resolve("none");
        CliRun run = report("last", "-o", none.resolve("x.csv").toString());
        refused(run, "the folder " + none + " does not exist");
        assertFalse(run.err().get(0).contains(".~"), run.err().get(0));
        refused(report("last", "--text", "-o", folder.toString()), "it is a folder");
        refused(report("last", "-o", ""), "--output needs the name of a file");
        CliRun portuguese =
                CliRun.inPortuguese(
                        engines(), "report", "last", "-o", none.resolve("x.csv").toString());
        refused(portuguese, "a pasta " + none + " não existe");
    }

    @Test
    void timesInTheWrongOrderAreRefusedWhereTheRunDoesNotReachTheNextDay() {
        refused(report("last", "--from=02:00", "--to=01:00"), "--to must be later than --from");
        refused(report("last", "--from=02:00", "--to=01:00"), "to 2026-11-30 20:40:11");
        assertEquals(0, report("last", "--from=23:00", "--to=01:00").code());
        assertEquals(0, report("last", "--from=02:00", "--to=23:00").code());
    }

    @Test
    void suffixOfTheFileSaysTheForm() throws IOException {
        Path file = folder.resolve("run.HTML");
        assertEquals(0, report("last", "-o", file.toString()).code());
        assertTrue(Files.readString(file).startsWith("<!DOCTYPE html>"));
        refused(report("last", "--csv", "-o", file.toString()), "give the file a name in .csv");
        String own = folder.resolve("run.provider").toString();
        assertEquals(0, report("last", "--text", "-o", own).code());
        refused(report("last", "-o", folder.resolve("x.pdf").toString()), "ends in .pdf");
    }

    private static void refused(CliRun run, String said) {
        assertEquals(2, run.code());
        assertEquals(List.of(), run.out());
        assertEquals(1, run.err().size(), run.err()::toString);
        assertTrue(run.err().get(0).contains(said), run.err().get(0));
    }

    private static byte[] bytes(boolean isInteractive, String form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(print, err, Locale.ENGLISH, isInteractive);
        ReportForm asked = ReportForm.valueOf(form.substring(2).toUpperCase(Locale.ROOT));
        ReportRequest request =
                new ReportRequest(
                        "last",
                        Optional.of("02:00"),
                        Optional.of("02:05"),
                        asked,
                        3,
                        Optional.empty());
        try {
            new ReportCommand(terminal, name -> new MemoryRun(DAY), new NoEnding()).run(request);
        } catch (CommandFailedException e) {
            assertTrue(e.getMessage().contains("Add --output"), e.getMessage());
        }
        return out.toByteArray();
    }

    private static CliRun report(String... words) {
        return CliRun.of(
                engines(),
                Stream.concat(Stream.of("report"), Arrays.stream(words)).toArray(String[]::new));
    }

    private static FakeEngines engines() {
        return new FakeEngines().keeping(name -> new MemoryRun(DAY));
    }

    private static CliRun of(SessionView session) {
        return CliRun.of(
                new FakeEngines().keeping(name -> new MemoryRun(session)), "report", "last");
    }

    private record MemoryRun(SessionView session) implements KeptRun {
        @Override
        public SeriesSource series() {
            return new SessionSeries(session);
        }

        @Override
        public RunLabel label() {
            return new RunLabel("Lisbon", "", false);
        }

        @Override
        public ZoneId zone() {
            return DayRun.ZONE;
        }

        @Override
        public void close() {}
    }

    private record NoEnding() implements Ending {
        @Override
        public void onStop(Runnable action) {}

        @Override
        public void codeWillBe(int code) {}
    }
}
