package pingmonitor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of the settings. Whatever happens while it is saved, it holds either the old settings or the new ones,
 * whole. Not for the FX thread: it waits for the disk.
 */
public final class SettingsStore {
    private final Path file;
    private final KeptFile kept;

    /** Those of a person. */
    public static SettingsStore of(ApplicationFolders folders) {
        return new SettingsStore(folders.settings().resolve("settings.properties"));
    }

    /** Settings in this file; it and its folder need not exist. */
    public SettingsStore(Path file) {
        this(file, new AtomicFile(file));
    }

    SettingsStore(Path file, AtomicFile atomic) {
        this.file = file;
        this.kept = new KeptFile(file, atomic);
    }

    /**
     * The result of loading.
     *
     * @param settings those of the file, or of the first start if there is no file or a broken one
     * @param broken whether the file could not be understood
     * @param backup where the broken file is kept now; empty also when it could not be moved
     */
    public record Loaded(Settings settings, boolean broken, Optional<Path> backup) {}

    /**
     * What keeps settings from being saved.
     *
     * @param path of the file or the folder
     * @param readOnlyFile whether it is the file, protected against writing; else it is the folder
     */
    public record Obstacle(Path path, boolean readOnlyFile) {}

    /** Reads the file; one that cannot be read or understood is kept under another name. */
    public Loaded load() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded(Settings.DEFAULT, false, Optional.empty());
        }
        try {
            return new Loaded(SettingsText.parse(kept.read()), false, Optional.empty());
        } catch (IOException | IllegalArgumentException | ArithmeticException broken) {
            return new Loaded(Settings.DEFAULT, true, kept.keepBroken());
        }
    }

    /** Reads the file and touches nothing; one that cannot be read or understood is as at the first start. */
    public Settings peek() {
        try {
            return SettingsText.parse(kept.read());
        } catch (IOException | IllegalArgumentException | ArithmeticException noneOrBroken) {
            return Settings.DEFAULT;
        }
    }

    /** The folder the file is in. */
    public Path folder() {
        return kept.folder();
    }

    /** Whether settings can probably be saved. A full disk cannot be seen in advance. */
    public boolean isWritable() {
        if (Files.exists(file)) {
            return !kept.isReadOnly();
        }
        Path nearest = folder();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return Files.isDirectory(nearest) && Files.isWritable(nearest);
    }

    /** What has to be made writable when settings cannot be saved. */
    public Obstacle obstacle() {
        return kept.isReadOnly() ? new Obstacle(file, true) : new Obstacle(folder(), false);
    }

    /**
     * Writes the settings; the file is replaced in one step.
     *
     * @throws IOException when the folder or the file cannot be written; the old file is untouched then
     */
    public void save(Settings settings) throws IOException {
        kept.write(SettingsText.of(settings));
    }
}
