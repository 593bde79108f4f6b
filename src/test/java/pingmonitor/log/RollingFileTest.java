package pingmonitor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingFileTest {
    @TempDir private Path parent;

    @Test
    void firstTextMakesFileAndFolder() throws IOException {
        Path folder = parent.resolve("a").resolve("b");
        RollingFile file = new RollingFile(folder, "x", 100, 3);
        assertFalse(Files.exists(parent.resolve("a")));
        file.append("não\n");
        assertEquals("não\n", Files.readString(folder.resolve("x.log")));
    }

    @Test
    void filesRollAndAreBounded() throws IOException {
        RollingFile file = new RollingFile(parent, "x", 10, 3);
        for (int i = 1; i <= 7; i++) {
            file.append("text " + i + "\n");
        }
        assertEquals(Set.of("x.log", "x.1.log", "x.2.log"), names());
        assertEquals("text 7\n", Files.readString(file.path()));
        assertEquals("text 6\n", Files.readString(parent.resolve("x.1.log")));
        assertEquals("text 5\n", Files.readString(parent.resolve("x.2.log")));
    }

    @Test
    void twoProgramsWriteIntoTheSameFiles() throws IOException {
        RollingFile one = new RollingFile(parent, "x", 20, 3);
        RollingFile other = new RollingFile(parent, "x", 20, 3);
        one.append("one 1\n");
        other.append("other 1\n");
        one.append("one 2\n");
        other.append("other 2\n");
        assertEquals("one 1\nother 1\none 2\n", Files.readString(parent.resolve("x.1.log")));
        assertEquals("other 2\n", Files.readString(one.path()));
    }

    @Test
    void folderThatCannotBeMadeIsAnError() throws IOException {
        Path notAFolder = Files.writeString(parent.resolve("file"), "");
        RollingFile file = new RollingFile(notAFolder.resolve("logs"), "x", 100, 3);
        assertThrows(IOException.class, () -> file.append("text"));
        assertTrue(Files.isRegularFile(notAFolder));
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
