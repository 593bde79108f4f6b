package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.ping.PingEvent;
import pingmonitor.settings.SettingsStore;

/** {@code ping --save} keeps a run, and {@code history} lists it and changes what is said of it. */
class HistoryCommandTest {
    @TempDir private Path folder;

    @Test
    void pingKeepsNothingUnlessItIsAskedTo() {
        assertEquals(0, ping().code());
        assertTrue(Files.notExists(folder.resolve("runs")));
        CliRun none = run("history");
        assertEquals(HistoryCommand.NONE, none.code());
        assertEquals(List.of("No run is kept."), none.out());
    }

    @Test
    void aSavedRunIsInTheList() {
        CliRun saved = ping("--save", "--name", "Night in the lab");
        assertEquals(0, saved.code());
        assertTrue(saved.out().get(saved.out().size() - 1).startsWith("Kept: "), "" + saved.out());
        CliRun list = run("history");
        assertEquals(0, list.code());
        assertTrue(
                list.out().get(0).matches("Begin +Run +Length +Pings +Loss +Median State"),
                list.out().get(0));
        assertTrue(
                list.out()
                        .get(1)
                        .matches("\\S+ \\S+ Night in the lab.* 2  50.0% +\\S+ ms completed"),
                list.out().get(1));
        list.out().forEach(line -> assertTrue(line.length() <= 80, line));
        assertTrue(list.out().get(3).startsWith("One run. All kept runs take "));
    }

    @Test
    void aRunThatCannotBeSavedAtAllIsAnErrorThatSaysWhy() throws IOException {
        Files.createFile(folder.resolve("runs"));
        CliRun saved = ping("--save");
        assertEquals(Cli.ERROR, saved.code());
        assertEquals(1, saved.err().size());
        assertTrue(
                saved.err()
                        .get(0)
                        .startsWith(
                                "The run could not be kept, because its folder cannot be written. "),
                "" + saved.err());
        assertTrue(saved.out().stream().noneMatch(line -> line.startsWith("Kept: ")));
    }

    @Test
    void aNameNeedsSave() {
        CliRun run = ping("--name", "x");
        assertEquals(Cli.ERROR, run.code());
        assertEquals(List.of("--name goes only with --save."), run.err());
    }

    @Test
    void theListAsJsonHasAnObjectForEachRunAndASummary() {
        ping("--save");
        CliRun run = run("history", "--json");
        JsonObject first = JsonParser.parseString(run.out().get(0)).getAsJsonObject();
        assertEquals("run", first.get("event").getAsString());
        assertEquals("completed", first.get("state").getAsString());
        assertEquals("127.0.0.1", first.get("host").getAsString());
        assertEquals(1, first.get("lost").getAsInt());
        assertEquals(50, first.get("lossPercent").getAsDouble());
        JsonObject last = JsonParser.parseString(run.out().get(1)).getAsJsonObject();
        assertEquals(1, last.get("found").getAsInt());
        assertEquals(2L << 30, last.get("limitBytes").getAsLong());
    }

    @Test
    void whatIsSaidOfARunIsChangedAndShown() {
        ping("--save");
        assertEquals(0, run("history", "last", "--rename", "Aula 3").code());
        assertEquals(0, run("history", "aula", "--note", "New router.\nSecond line.").code());
        assertEquals(0, run("history", "aula", "--pin").code());
        List<String> shown = run("history", "aula").out();
        assertEquals("Aula 3 (127.0.0.1:12000)", shown.get(0));
        assertEquals(List.of("  New router.", "  Second line."), shown.subList(1, 3));
        assertTrue(shown.contains("Pinned: stays when the oldest ones make room"));
        assertTrue(run("history").out().get(1).contains(" * Aula 3 "));
        run("history", "aula", "--unpin");
        assertTrue(run("history").out().get(1).contains(" Aula 3 "));
    }

    @Test
    void aDeletedRunIsGoneUntilItIsPutBack() {
        ping("--save", "--name", "Aula 3");
        CliRun deleted = run("history", "aula", "--delete");
        assertTrue(deleted.out().get(0).startsWith("Deleted: Aula 3 "), "" + deleted.out());
        assertTrue(run("history").out().get(1).startsWith("Deleted ones, which "));
        assertEquals(HistoryCommand.NONE, run("history").code());
        assertEquals(0, run("history", "--undo").code());
        assertEquals(0, run("history").code());
        assertEquals(HistoryCommand.NONE, run("history", "--undo").code());
    }

    @Test
    void theRoomOfDeletedRunsIsSaidApart() throws IOException {
        ping("--save", "--name", "gone");
        run("history", "gone", "--delete");
        ping("--save");
        List<String> list = run("history").out();
        String listed = SizeText.of(Files.size(files().get(0)));
        assertTrue(list.get(3).contains("take " + listed + " of"), "" + list);
        assertTrue(list.get(4).startsWith("Deleted ones, which "), "" + list);
    }

    @Test
    void aSearchWithoutAMatchSaysThatRunsAreKept() {
        ping("--save");
        assertEquals(
                List.of("The one kept run does not match."),
                run("history", "--search", "nope").out());
    }

    @Test
    void runsOfOneMinuteAreToldApartByTheirSecondWhichNamesThem() {
        ping("--save", "--name", "X 127.0.0.1:12000");
        assertTrue(run("history").out().get(1).contains(" X 127.0.0.1:12000 "));
        ping("--save");
        List<String> list = run("history").out();
        String began = list.get(1).substring(0, 19);
        assertTrue(began.matches("\\S+ \\d\\d:\\d\\d:\\d\\d"), began);
        assertTrue(list.stream().anyMatch(line -> line.contains(" X 127.0…1:12000 ")), "" + list);
        CliRun several = run("history", began.replace(' ', 'T'));
        assertEquals(3, several.err().size());
        assertTrue(
                several.err().get(1).endsWith(".pingrun  " + began + "  127.0.0.1:12000"),
                "" + several.err());
    }

    @Test
    void aWordThatNamesSeveralRunsIsRefusedWithAWayOut() {
        ping("--save", "--name", "Aula 3");
        ping("--save", "--name", "Aula 4");
        CliRun run = run("history", "aula", "--delete");
        assertEquals(Cli.ERROR, run.code());
        assertTrue(run.err().get(0).startsWith("\"aula\" may mean any of 2 runs"), "" + run.err());
        assertEquals(2, run("history", "--search", "AULA", "--json").out().size() - 1);
        assertEquals(1, run("history", "--max", "1", "--json").out().size() - 1);
        assertEquals(HistoryCommand.NONE, run("history", "--search", "nobody").code());
    }

    @Test
    void wrongUseIsSaidInOneLine() {
        assertEquals(1, run("history", "--pin").err().size());
        assertEquals(1, run("history", "last", "--pin", "--delete").err().size());
        assertEquals(1, run("history", "last", "--pin").err().size());
        assertEquals(1, run("history", "--max", "none").err().size());
        assertEquals(1, run("history", "--space", "much").err().size());
        assertEquals(Cli.ERROR, run("history", "nobody", "--pin").code());
    }

    @Test
    void theLimitIsKeptInTheSettings() {
        assertEquals(List.of("Kept runs may take 5.0 GB."), run("history", "--space", "5GB").out());
        SettingsStore settings = new SettingsStore(folder.resolve("settings.properties"));
        assertEquals(5L << 30, settings.peek().runs().limitBytes());
        run("history", "--space", "off");
        assertEquals(0, settings.peek().runs().limitBytes());
    }

    @Test
    void aFullHistoryIsToldBeforeTheNextRunAndOnlyThenTheOldestGoes() throws IOException {
        run("history", "--space", "1MB");
        ping("--save", "--name", "old");
        Path old = files().get(0);
        Files.write(old, new byte[1 << 20], StandardOpenOption.APPEND);
        CliRun told = ping("--save", "--name", "next");
        assertTrue(told.err().get(0).startsWith("Kept runs take 1.0 MB of 1.0 MB."));
        assertTrue(told.err().get(1).startsWith("One run is next to be deleted for room"));
        assertEquals(2, files().size());
        CliRun done = ping("--save", "--name", "third");
        assertTrue(
                done.err().get(0).startsWith("The oldest kept run was deleted to make room"),
                "" + done.err());
        // The third has its name: they began in the same second.
        assertTrue(Files.size(old) < 1 << 20);
        assertEquals(List.of(), ping("--save").err());
    }

    @Test
    void hostileNamesMoveNothingInTheTable() {
        ping("--save", "--name", "\u001b[31mשלום\u202e\t日本語日本語日本語日本語日本語日本語");
        String line = run("history").out().get(1);
        assertTrue(line.codePoints().noneMatch(Character::isISOControl), line);
        assertTrue(line.indexOf('\u202e') < 0);
        assertEquals(
                TextColumns.width(run("history").out().get(0).replace("State", "")),
                TextColumns.width(line.replace("completed", "")));
    }

    @Test
    void portugueseIsAsWide() {
        ping("--save");
        CliRun.inPortuguese(new FakeEngines().withRunsIn(folder.resolve("runs")), "history")
                .out()
                .forEach(line -> assertTrue(line.length() <= 80, line));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("runs"))) {
            return all.filter(file -> file.toString().endsWith(".pingrun")).sorted().toList();
        }
    }

    private CliRun ping(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "ping";
        words[1] = "127.0.0.1";
        words[2] = "12000";
        System.arraycopy(options, 0, words, 3, options.length);
        Instant at = Events.AT;
        FakeEngines engines =
                engines()
                        .tellingPings(
                                List.of(
                                        new PingEvent.Started(Events.SERVER, at),
                                        new PingEvent.Sent(1, at, 24),
                                        new PingEvent.Replied(1, 412_000, Events.REPLY),
                                        new PingEvent.Sent(2, at.plusMillis(200), 24),
                                        new PingEvent.TimedOut(2),
                                        Events.finished(PingEvent.Outcome.COMPLETED)));
        return CliRun.of(engines, words);
    }

    private CliRun run(String... words) {
        return CliRun.of(engines(), words);
    }

    private FakeEngines engines() {
        return new FakeEngines().withRunsIn(folder.resolve("runs"));
    }
}
