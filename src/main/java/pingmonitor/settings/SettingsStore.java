package pingmonitor.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps the settings in a file. Whatever happens while saving, the file holds either the old settings or the new ones,
 * whole. Not for the FX thread: it waits for the disk.
 */
public final class SettingsStore {
    private final Path file;
    private final Mover mover;

    /** Settings in this file; it and its folder need not exist. */
    public SettingsStore(Path file) {
        this(file, SettingsStore::replace);
    }

    SettingsStore(Path file, Mover mover) {
        this.file = file;
        this.mover = mover;
    }

    /** Puts the new file into the old one's place. */
    @FunctionalInterface
    interface Mover {
        void move(Path from, Path to) throws IOException;
    }

    /**
     * What was found.
     *
     * @param settings to begin with; those of the first start if there is no file or a broken one
     * @param broken whether a file was there that could not be understood
     * @param backup where the broken file is kept now; empty also when it could not be moved
     */
    public record Loaded(Settings settings, boolean broken, Optional<Path> backup) {}

    /** Reads the file; one that cannot be read or understood is kept under another name. */
    public Loaded load() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded(Settings.DEFAULT, false, Optional.empty());
        }
        try {
            return new Loaded(SettingsText.parse(SmallFile.read(file)), false, Optional.empty());
        } catch (IOException | IllegalArgumentException | ArithmeticException broken) {
            return new Loaded(Settings.DEFAULT, true, keepBroken());
        }
    }

    /** The folder the file is in. */
    public Path folder() {
        return file.toAbsolutePath().getParent();
    }

    /** Whether it looks as if settings could be saved; a full disk cannot be seen in advance. */
    public boolean isWritable() {
        Path nearest = folder();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return Files.isDirectory(nearest) && Files.isWritable(nearest);
    }

    /**
     * Writes the settings; the file is replaced in one step.
     *
     * @throws IOException when the folder or the file cannot be written; the old file is untouched then
     */
    public void save(Settings settings) throws IOException {
        Path folder = folder();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            write(SettingsText.of(settings), fresh);
            mover.move(fresh, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    private static void write(String text, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // Before the move: else a power cut could leave the new name on an empty file.
            channel.force(true);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException someNetworkDrives) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Optional<Path> keepBroken() {
        String name = file.getFileName() + ".broken";
        Path backup = file.resolveSibling(name);
        for (int number = 2; Files.exists(backup, LinkOption.NOFOLLOW_LINKS); number++) {
            backup = file.resolveSibling(name + "." + number);
        }
        try {
            return Optional.of(Files.move(file, backup));
        } catch (IOException folderNotWritable) {
            return Optional.empty();
        }
    }
}
