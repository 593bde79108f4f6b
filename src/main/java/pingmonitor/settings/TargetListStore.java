package pingmonitor.settings;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import pingmonitor.ping.TargetPlan;

/**
 * The file of the targets that a monitor watches. It is replaced in one step. One that cannot be read or understood is
 * kept under another name, and there are no targets then. Every call waits for the disk.
 */
public final class TargetListStore {
    private static final String NAME = "targets.properties";

    private final KeptFile file;

    /** Targets in this file; it and its folder need not exist. */
    public TargetListStore(Path file) {
        this.file = new KeptFile(file);
    }

    /** Those of a person. */
    public static TargetListStore of(ApplicationFolders folders) {
        return new TargetListStore(folders.settings().resolve(NAME));
    }

    /** The targets in order; none where there is no file, or a broken one. */
    public List<TargetPlan> load() {
        if (!Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try {
            return TargetListText.parse(file.read());
        } catch (IOException | IllegalArgumentException | ArithmeticException broken) {
            Logger log = System.getLogger(TargetListStore.class.getName());
            log.log(Logger.Level.WARNING, "targets cannot be read: " + file.path(), broken);
            file.keepBroken();
            return List.of();
        }
    }

    /**
     * Writes the targets.
     *
     * @throws IOException when the folder or the file cannot be written; the old file is untouched then
     */
    public void save(List<TargetPlan> targets) throws IOException {
        file.write(TargetListText.of(targets));
    }
}
