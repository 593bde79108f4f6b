package pingmonitor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.ping.AddressFamily;

class SettingsStoreTest {
    private static final Settings OTHER =
            new Settings(
                    new Settings.Ping(
                            " sala-3.escola.example\n#=:\\ ção",
                            "70000",
                            "dez",
                            true,
                            "1,5 s",
                            "",
                            true,
                            "20 ms",
                            "64",
                            AddressFamily.IPV6,
                            false),
                    new Settings.Server(
                            "12001",
                            new Impairments(
                                    4.0 / 11,
                                    new Delay(Duration.ofNanos(1_500_001), Delay.Spread.UNIFORM),
                                    0.02,
                                    1,
                                    ReplyText.UNCHANGED),
                            RateLimitSettings.ofClient(250),
                            Long.MIN_VALUE,
                            false,
                            " Sala 3, câmera\n#=",
                            false),
                    new Settings.Look(Settings.Theme.DARK, "pt", 22),
                    Optional.of(
                            new Settings.Placement(
                                    -1280, 17.5, 1024, 700, true, List.of(0.25, 0.75))),
                    new Settings.Runs(false, 512));

    @TempDir Path folder;
    private Path file;
    private SettingsStore store;

    @BeforeEach
    void inANewFolder() {
        file = folder.resolve("deep/settings.properties");
        store = new SettingsStore(file);
    }

    @Test
    void noFileMeansDefaults() {
        assertEquals(
                new SettingsStore.Loaded(Settings.DEFAULT, false, Optional.empty()), store.load());
    }

    @Test
    void writableFolderIsSeenWithoutWriting() throws IOException {
        assertTrue(store.isWritable());
        assertFalse(Files.exists(folder.resolve("deep")));
        store.save(Settings.DEFAULT);
        assertTrue(store.isWritable());
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        assertFalse(new SettingsStore(notAFolder.resolve("x/settings.properties")).isWritable());
    }

    @Test
    void savedSettingsAreLoadedAsTheyWere() throws IOException {
        store.save(Settings.DEFAULT);
        assertEquals(Settings.DEFAULT, store.load().settings());
        store.save(OTHER);
        SettingsStore.Loaded loaded = store.load();
        assertEquals(OTHER, loaded.settings());
        assertFalse(loaded.broken());
        assertEquals(List.of("settings.properties"), namesBesideTheFile());
    }

    @Test
    void fileCanBeReadByAPerson() throws IOException {
        store.save(Settings.DEFAULT);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertEquals(lines.stream().sorted().toList(), lines);
        assertTrue(lines.contains("version=1"));
        assertTrue(lines.contains("ping.host=127.0.0.1"));
        assertTrue(lines.contains("server.loss=0.3"));
        assertTrue(lines.contains("server.delay.mean.ms=0"));
        assertTrue(lines.contains("server.limit=usual"));
        assertTrue(lines.contains("server.announced=true"));
        assertTrue(lines.contains("server.name="));
        assertTrue(lines.contains("look.theme=light"));
    }

    /** A file of the program's first version: its keys must not change, or a person's choices are lost. */
    @Test
    void fileOfTheFirstVersionIsReadAndWrittenTheSame() throws IOException {
        String text =
                """
                        look.fontSize=22
                        look.language=pt
                        look.theme=dark
                        ping.count=dez
                        ping.family=ipv6
                        ping.fixedRate=true
                        ping.host=\\ sala-3.escola.example\\n\\#\\=\\:\\\\ ção
                        ping.interval=20 ms
                        ping.pause=
                        ping.port=70000
                        ping.size=64
                        ping.timeout=1,5 s
                        ping.untilStopped=true
                        ping.verdicts=false
                        runs.kept=false
                        runs.limit.mb=512
                        server.announced=false
                        server.delay.mean.ms=1.500001
                        server.delay.spread=uniform
                        server.duplicates=0.02
                        server.limit=250
                        server.loss=0.36363636363636365
                        server.name=\\ Sala 3, câmera\\n\\#\\=
                        server.panelOpen=false
                        server.port=12001
                        server.reordering=1.0
                        server.reply=echo
                        server.seed=-9223372036854775808
                        version=1
                        window.dividers=0.25 0.75
                        window.height=700.0
                        window.maximised=true
                        window.width=1024.0
                        window.x=-1280.0
                        window.y=17.5
                        """;
        write(text);
        assertEquals(new SettingsStore.Loaded(OTHER, false, Optional.empty()), store.load());
        store.save(OTHER);
        assertEquals(text, Files.readString(file));
    }

    @Test
    void aLookAtTheSettingsLeavesABrokenFileWhereItIs() throws IOException {
        assertEquals(Settings.DEFAULT, store.peek());
        write("nonsense");
        assertEquals(Settings.DEFAULT, store.peek());
        assertEquals("nonsense", Files.readString(file));
        store.save(OTHER);
        assertEquals(OTHER, store.peek());
    }

    /** Files from before the window was remembered with its dividers. */
    @Test
    void windowWithoutDividersIsRead() throws IOException {
        write("version=1\nwindow.width=900\nwindow.height=700\n");
        assertEquals(
                Optional.of(new Settings.Placement(0, 0, 900, 700, false, List.of())),
                store.load().settings().window());
    }

    @Test
    void unknownKeysAreIgnoredAndMissingOnesAreDefaults() throws IOException {
        write("version=1\nping.host=example.org\nfuture.key=\\u0041 whatever\n");
        SettingsStore.Loaded loaded = store.load();
        assertFalse(loaded.broken());
        assertEquals("example.org", loaded.settings().ping().host());
        assertEquals(Settings.DEFAULT.server(), loaded.settings().server());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping.host=example.org",
                "version=2",
                "version=1\nping.host=\\u00zz",
                "version=1\nping.verdicts=maybe",
                "version=1\nserver.loss=many",
                "version=1\nserver.loss=1.5",
                "version=1\nserver.loss=NaN",
                "version=1\nserver.seed=1.5",
                "version=1\nserver.delay.mean.ms=-1",
                "version=1\nserver.delay.mean.ms=1e400",
                "version=1\nserver.delay.mean.ms=1e999999999",
                "version=1\nserver.delay.spread=sometimes",
                "version=1\nserver.panelOpen=yes",
                "version=1\nlook.theme=pink",
                "version=1\nlook.fontSize=4000",
                "version=1\nwindow.width=0",
                "version=1\nwindow.width=9",
                "version=1\nwindow.width=NaN\nwindow.height=3",
                "version=1\nwindow.width=9\nwindow.height=3\nwindow.dividers=0.5 2"
            })
    void brokenFileMeansDefaultsAndIsKept(String text) throws IOException {
        write(text);
        SettingsStore.Loaded loaded = store.load();
        assertEquals(Settings.DEFAULT, loaded.settings());
        assertTrue(loaded.broken());
        assertEquals(text, Files.readString(loaded.backup().orElseThrow()));
        assertFalse(Files.exists(file));
        assertFalse(store.load().broken(), "told once, not at every start");
    }

    @Test
    void bytesThatAreNoTextAreABrokenFile() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {'v', (byte) 0xff, (byte) 0xfe, 0});
        assertTrue(store.load().broken());
    }

    @Test
    void fileThatIsTooLargeIsBrokenAndKept() throws IOException {
        write("version=1\n" + "#".repeat(BoundedFileReader.MAX_BYTES));
        SettingsStore.Loaded loaded = store.load();
        assertEquals(Settings.DEFAULT, loaded.settings());
        assertEquals(
                BoundedFileReader.MAX_BYTES + 10,
                Files.size(loaded.backup().orElseThrow()),
                "whole");
    }

    @Test
    void fileOfTheLargestSizeIsRead() throws IOException {
        String text = "version=1\nping.host=example.org\n";
        write(text + "#".repeat(BoundedFileReader.MAX_BYTES - text.length()));
        assertEquals("example.org", store.load().settings().ping().host());
    }

    /** As after two megabytes were pasted into the field of the server. */
    @Test
    void textThatIsTooLongIsCutAndTheRestIsKept() throws IOException {
        Settings.Ping ping = Settings.DEFAULT.ping();
        Settings.Ping longHost =
                new Settings.Ping(
                        "é".repeat(2 << 20),
                        "24402",
                        ping.count(),
                        ping.untilStopped(),
                        ping.timeout(),
                        ping.pause(),
                        ping.fixedRate(),
                        ping.interval(),
                        ping.size(),
                        ping.family(),
                        ping.verdicts());
        store.save(
                new Settings(
                        longHost,
                        Settings.DEFAULT.server(),
                        Settings.DEFAULT.look(),
                        Optional.empty()));

        SettingsStore.Loaded loaded = store.load();
        assertFalse(loaded.broken());
        assertEquals("é".repeat(Settings.MAX_TEXT), loaded.settings().ping().host());
        assertEquals("24402", loaded.settings().ping().port());
    }

    @Test
    void severalBrokenFilesAreAllKept() throws IOException {
        for (String text : List.of("first", "second", "third")) {
            write(text);
            store.load();
        }
        assertEquals(
                List.of(
                        "settings.properties.broken",
                        "settings.properties.broken.2",
                        "settings.properties.broken.3"),
                namesBesideTheFile());
        assertEquals(
                "third", Files.readString(file.resolveSibling("settings.properties.broken.3")));
    }

    @Test
    void crashBetweenWritingAndMovingLeavesTheOldFile() throws IOException {
        store.save(OTHER);
        SettingsStore crashing =
                storeThatMoves(
                        (from, to) -> {
                            assertTrue(Files.size(from) > 0);
                            throw new Crash();
                        });
        assertThrows(Crash.class, () -> crashing.save(Settings.DEFAULT));
        assertEquals(OTHER, store.load().settings());
    }

    @Test
    void failedMoveLeavesTheOldFileAndNoOther() throws IOException {
        store.save(OTHER);
        SettingsStore failing =
                storeThatMoves(
                        (from, to) -> {
                            throw new IOException("no");
                        });
        assertThrows(IOException.class, () -> failing.save(Settings.DEFAULT));
        assertEquals(OTHER, store.load().settings());
        assertEquals(List.of("settings.properties"), namesBesideTheFile());
    }

    @Test
    void settingsAreSavedOnceTheFolderCanBeMade() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        SettingsStore later = new SettingsStore(notAFolder.resolve("settings.properties"));
        assertThrows(IOException.class, () -> later.save(OTHER));
        Files.delete(notAFolder);
        later.save(OTHER);
        assertEquals(OTHER, later.load().settings());
    }

    @Test
    void folderThatCannotBeMadeIsAnErrorAndNothingIsWritten() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "I am a file");
        SettingsStore nowhere = new SettingsStore(notAFolder.resolve("settings.properties"));
        assertEquals(Settings.DEFAULT, nowhere.load().settings());
        assertThrows(IOException.class, () -> nowhere.save(OTHER));
        assertEquals("I am a file", Files.readString(notAFolder));
    }

    @Test
    void symbolicLinkStaysAndItsTargetIsWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("dotfiles.properties"), "version=1\n");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of("../dotfiles.properties"));
        store.save(OTHER);
        assertTrue(Files.isSymbolicLink(file));
        assertEquals(OTHER, new SettingsStore(target).load().settings());
    }

    @Test
    void linkToABrokenFileStays() throws IOException {
        Path target = Files.writeString(folder.resolve("dotfiles.properties"), "broken");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, target);
        assertEquals(
                Optional.of(folder.resolve("dotfiles.properties.broken")), store.load().backup());
        store.save(OTHER);
        assertTrue(Files.isSymbolicLink(file));
        assertEquals(OTHER, store.load().settings());
    }

    @Test
    void readOnlyFileIsSeenWithoutWriting() throws IOException {
        store.save(OTHER);
        assertEquals(
                new SettingsStore.Obstacle(file.getParent(), false),
                store.obstacle(),
                "else it is the folder");
        assertTrue(file.toFile().setReadOnly());
        assertFalse(store.isWritable());
        assertEquals(new SettingsStore.Obstacle(file, true), store.obstacle());
        assertThrows(ReadOnlyFileException.class, () -> store.save(Settings.DEFAULT));
        assertEquals(OTHER, store.load().settings());
    }

    @Test
    void folderIsForItsOwnerAlone() throws IOException {
        store.save(OTHER);
        if (UnixFileAttributes.of(file).isPresent()) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        }
    }

    private SettingsStore storeThatMoves(AtomicFile.Mover mover) {
        return new SettingsStore(file, new AtomicFile(file, mover));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> namesBesideTheFile() throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** The end of the process, as far as the store can see. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
