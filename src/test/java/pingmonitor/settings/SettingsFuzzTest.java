package pingmonitor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.AnyText;
import pingmonitor.fuzz.Cases;

/** Files of others: whatever is in them, there are settings and folders, and a broken file is kept. */
@Tag("fuzz")
@Timeout(600)
class SettingsFuzzTest {
    /** With a disk in it, far less than elsewhere. */
    private static final int LESS = 200;

    private final SplittableRandom random = Cases.random();
    private final AnyBytes bytes = new AnyBytes(random);
    @TempDir private Path folder;

    @Test
    void anyTextMakesSettingsThatCanBeWrittenAgainOrIsRefused() {
        List<String> lines = new ArrayList<>(SettingsText.of(Settings.DEFAULT).lines().toList());
        lines.addAll(
                List.of(
                        "window.x=1",
                        "window.y=2",
                        "window.width=3",
                        "window.height=4",
                        "window.dividers=0.5"));
        AnyText texts = new AnyText(random, lines);
        int understood = 0;
        for (int i = 0; i < Cases.count(); i++) {
            StringBuilder text = new StringBuilder("version=1\n");
            for (int left = random.nextInt(5); left > 0; left--) {
                boolean whole = random.nextInt(3) > 0;
                text.append(whole ? lines.get(random.nextInt(lines.size())) : texts.next());
                text.append('\n');
            }
            Optional<Settings> settings = parsed(text.toString());
            if (settings.isPresent()) {
                understood++;
                assertEquals(settings, parsed(SettingsText.of(settings.get())), text.toString());
            }
        }
        assertTrue(understood > Cases.count() / 10 && understood < Cases.count());
    }

    @Test
    void anyFileIsReadOrKeptAside() throws IOException {
        Path file = folder.resolve("settings.properties");
        byte[] good = SettingsText.of(Settings.DEFAULT).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < Cases.count() / LESS; i++) {
            byte[] content =
                    switch (random.nextInt(3)) {
                        case 0 -> bytes.any();
                        case 1 -> bytes.tampered(good);
                        default -> Arrays.copyOf(good, random.nextInt(good.length));
                    };
            Files.write(file, content);
            SettingsStore.Loaded loaded = new SettingsStore(file).load();
            assertEquals(loaded.broken(), !Files.exists(file), Cases.at(i));
            if (loaded.broken()) {
                assertEquals(Settings.DEFAULT, loaded.settings());
                Path backup = loaded.backup().orElseThrow();
                assertEquals(content.length, Files.size(backup));
                Files.delete(backup);
            }
        }
    }

    @Test
    void anyListOfFoldersLeadsToAFolderOrToNone() throws IOException {
        AnyText texts =
                new AnyText(
                        random,
                        List.of(
                                "XDG_DOCUMENTS_DIR=",
                                "\"$HOME/Documentos\"",
                                "\"/tmp\"",
                                "\"\\\"\"",
                                "# ",
                                "\n"));
        Path file = folder.resolve("user-dirs.dirs");
        for (int i = 0; i < Cases.count() / LESS; i++) {
            String text = texts.next() + "\nXDG_DOCUMENTS_DIR=\"" + texts.next() + "\"\n";
            Files.write(
                    file,
                    random.nextInt(4) == 0
                            ? bytes.tampered(text.getBytes(StandardCharsets.UTF_8))
                            : text.getBytes(StandardCharsets.UTF_8));
            Optional<Path> found = new XdgUserDirs(file, folder).folder("XDG_DOCUMENTS_DIR");
            assertFalse(found.filter(path -> !path.isAbsolute()).isPresent(), Cases.at(i));
        }
    }

    private static Optional<Settings> parsed(String text) {
        try {
            return Optional.of(SettingsText.parse(text));
        } catch (IllegalArgumentException | ArithmeticException refused) {
            return Optional.empty();
        }
    }
}
