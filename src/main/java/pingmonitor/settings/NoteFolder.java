package pingmonitor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pingmonitor.router.MappingNotes;

/**
 * A folder of small notes of the program to itself. Each note is a file of its own, so two programs do not overwrite
 * each other's. Every call waits for the disk.
 */
public final class NoteFolder implements MappingNotes {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}");
    private static final int MAX_NOTES = 100;

    private final Path folder;

    /**
     * Notes of ports left open at the router: one folder for window and terminal, so that each closes what the other
     * left open.
     */
    public static NoteFolder ofMappings(ApplicationFolders folders) {
        return new NoteFolder(folders.state().resolve("port-mappings"));
    }

    /** Notes in this folder, which need not exist. */
    NoteFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(String name, String note) throws IOException {
        Path file = file(name);
        Files.createDirectories(folder);
        new AtomicFile(file).write(out -> out.write(note));
    }

    @Override
    public void forget(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** All notes by their names; one that cannot be read is empty. */
    @Override
    public Map<String, String> all() throws IOException {
        Map<String, String> notes = new TreeMap<>();
        for (Path file : files()) {
            notes.put(file.getFileName().toString(), text(file));
        }
        return notes;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .limit(MAX_NOTES)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException noneYet) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return BoundedFileReader.read(file);
        } catch (IOException e) {
            return "";
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        return folder.resolve(name);
    }
}
