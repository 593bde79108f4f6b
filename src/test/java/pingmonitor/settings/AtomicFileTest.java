package pingmonitor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
    /** As long as a name may be on the usual file systems. */
    private static final int NAME_MAX = 255;

    @TempDir Path folder;

    @Test
    void writesInUtf8AndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("run");
        write(file, "ção");
        write(file, "naïve");
        assertEquals("naïve", Files.readString(file, StandardCharsets.UTF_8));
        assertEquals(List.of(file), all());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 247, 251, NAME_MAX})
    void nameOfAnyLengthIsWritten(int bytes) throws IOException {
        Path file = folder.resolve("a".repeat(bytes));
        write(file, "first");
        write(file, "second");
        assertEquals("second", Files.readString(file));
    }

    @Test
    void nameIsMeasuredInBytesAndTheTemporaryOneIsShorter() throws IOException {
        Path file = folder.resolve("ã".repeat(NAME_MAX / 2));
        new AtomicFile(
                        file,
                        (from, to) -> {
                            assertEquals(file.getParent(), from.getParent(), "one file system");
                            assertTrue(from.getFileName().toString().length() <= 12);
                            Files.move(from, to);
                        })
                .write(out -> out.write("text"));
        assertEquals("text", Files.readString(file));
    }

    @Test
    void symbolicLinksAreWrittenThrough() throws IOException {
        Path target = Files.createDirectory(folder.resolve("elsewhere")).resolve("target");
        Files.writeString(target, "old");
        Path inner = Files.createSymbolicLink(folder.resolve("elsewhere/inner"), Path.of("target"));
        Path outer = Files.createSymbolicLink(folder.resolve("outer"), Path.of("elsewhere/inner"));
        write(outer, "new");
        assertTrue(Files.isSymbolicLink(outer) && Files.isSymbolicLink(inner));
        assertEquals("new", Files.readString(target));
        assertFalse(Files.isSymbolicLink(target));
    }

    @Test
    void symbolicLinkToNothingMakesItsTarget() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        write(link, "new");
        assertEquals("new", Files.readString(folder.resolve("target")));
        assertTrue(Files.isSymbolicLink(link));
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("none/target"));
        assertThrows(NoSuchFileException.class, () -> write(nowhere, "new"));
    }

    @Test
    void cycleOfLinksIsAnError() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertThrows(FileSystemLoopException.class, () -> write(link, "new"));
        assertEquals(List.of(link), all());
    }

    @Test
    void permissionsAreKept() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "old");
        if (UnixFileAttributes.of(file).isEmpty()) {
            return;
        }
        for (String permissions : List.of("rw-------", "rwxrw-r--", "rw-rw-rw-")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, permissions);
            assertEquals(permissions, Files.readString(file));
            assertEquals(
                    permissions,
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void readOnlyFileIsRefusedAndUnchanged() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "old");
        assertFalse(new AtomicFile(file).isReadOnly());
        assertTrue(file.toFile().setReadOnly());
        assertRefused(file);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), all());
        assertTrue(file.toFile().setWritable(true));
        write(file, "new");
        assertEquals("new", Files.readString(file));
    }

    @Test
    void linkToAReadOnlyFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "old");
        assertTrue(file.toFile().setReadOnly());
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("run"));
        assertRefused(link);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(link, file), all());
    }

    private static void assertRefused(Path file) {
        assertTrue(new AtomicFile(file).isReadOnly());
        ReadOnlyFileException refused =
                assertThrows(ReadOnlyFileException.class, () -> write(file, "new"));
        assertEquals(file.toString(), refused.getFile());
    }

    /** Windows has names of at most 260 characters where a program does not ask for more. */
    @Test
    void pathOfAnyLengthAndLettersIsWritten() throws IOException {
        Path deep = folder;
        for (int i = 0; i < 4; i++) {
            deep = deep.resolve("José Ávila's Música, " + "pasta".repeat(14));
        }
        assertTrue(deep.toString().length() > 300);
        Path file = Files.createDirectories(deep).resolve("configuração 1.properties");
        write(file, "first");
        write(file, "ção");
        assertEquals("ção", Files.readString(file));
        assertEquals(List.of("configuração 1.properties"), names(deep));
    }

    /** On Linux it is replaced all the same; Windows refuses that, unless whoever reads agreed to it. */
    @Test
    void fileThatSomebodyReadsIsReplacedOrStaysWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "old");
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            String left;
            try {
                write(file, "new");
                left = "new";
            } catch (AccessDeniedException held) {
                left = "old";
            }
            assertEquals(left, Files.readString(file));
            assertEquals('o', reader.read());
        }
        assertEquals(List.of(file), all());
        write(file, "newest");
        assertEquals("newest", Files.readString(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    @Test
    @DisabledOnOs(
            value = OS.WINDOWS,
            disabledReason = "Java does not tell how many names a file has there")
    void everyHardLinkSeesTheNewText() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "an old and longer text");
        Path other = Files.createLink(folder.resolve("other"), file);
        write(file, "new");
        assertEquals("new", Files.readString(other));
        assertTrue(Files.isSameFile(file, other));
    }

    @Test
    void failureDuringTheWriteLeavesTheOldTextAndNoOtherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "old");
        assertThrows(
                IllegalStateException.class,
                () ->
                        new AtomicFile(file)
                                .write(
                                        out -> {
                                            out.write("half");
                                            out.flush();
                                            throw new IllegalStateException();
                                        }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), all());
    }

    /** As on Windows, where a virus scanner looks at the old file. */
    @Test
    void fileThatIsHeldByAnotherProgramForAMomentIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "old");
        AtomicInteger refusals = new AtomicInteger(3);
        new AtomicFile(
                        file,
                        (from, to) -> {
                            if (refusals.getAndDecrement() > 0) {
                                throw new AccessDeniedException(to.toString());
                            }
                            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
                        })
                .write(out -> out.write("new"));
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), all());
    }

    @Test
    void fileThatIsHeldForLongIsAnErrorAndUnchanged() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "old");
        AtomicInteger attempts = new AtomicInteger();
        AtomicFile held =
                new AtomicFile(
                        file,
                        (from, to) -> {
                            attempts.incrementAndGet();
                            throw new AccessDeniedException(to.toString());
                        });
        assertThrows(AccessDeniedException.class, () -> held.write(out -> out.write("new")));
        assertEquals(AtomicFile.MAX_ATTEMPTS, attempts.get());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), all());
    }

    private static void write(Path file, String text) throws IOException {
        new AtomicFile(file).write(out -> out.write(text));
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
