package pingmonitor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteFolderTest {
    @TempDir private Path home;

    @Test
    void notesAreKeptUntilTheyAreForgotten() throws IOException {
        NoteFolder notes = notes();
        assertEquals(Map.of(), notes.all(), "not even a folder");
        notes.keep("a-1", "first, longer than what follows");
        notes.keep("a-1", "again");
        notes.keep("b", "zwei\nlínhas");
        assertEquals(Map.of("a-1", "again", "b", "zwei\nlínhas"), notes().all());
        notes.forget("a-1");
        notes.forget("never-there");
        assertEquals(Map.of("b", "zwei\nlínhas"), notes().all());
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        notes().keep("a", "note");
        Path folder = home.resolve("notes");
        Files.writeString(folder.resolve("Photo.jpg"), "x");
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("broken"), new byte[] {(byte) 0xff});
        assertEquals(Map.of("a", "note", "broken", ""), notes().all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../a", "a/b", "A", "a.txt"})
    void nameCannotLeadOutOfTheFolder(String name) {
        assertThrows(IllegalArgumentException.class, () -> notes().keep(name, "x"));
        assertThrows(IllegalArgumentException.class, () -> notes().forget(name));
        assertFalse(Files.exists(home.resolve("notes")));
    }

    @Test
    void folderThatCannotBeMadeIsAnError() throws IOException {
        Files.writeString(home.resolve("notes"), "a file in its place");
        assertThrows(IOException.class, () -> notes().keep("a", "x"));
    }

    private NoteFolder notes() {
        return new NoteFolder(home.resolve("notes"));
    }
}
