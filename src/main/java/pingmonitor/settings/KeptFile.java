package pingmonitor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A small file of the program's own, in a folder for its owner alone. Every call waits for the disk. */
final class KeptFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final AtomicFile atomic;

    KeptFile(Path path) {
        this(path, new AtomicFile(path));
    }

    KeptFile(Path path, AtomicFile atomic) {
        this.path = path;
        this.atomic = atomic;
    }

    Path path() {
        return path;
    }

    /** The folder the file is in. */
    Path folder() {
        return path.toAbsolutePath().getParent();
    }

    boolean isReadOnly() {
        return atomic.isReadOnly();
    }

    String read() throws IOException {
        return BoundedFileReader.read(path);
    }

    /** Replaces the text in one step; makes the folder. */
    void write(String text) throws IOException {
        createFolder();
        atomic.write(out -> out.write(text));
    }

    /**
     * Moves a broken file aside; where it is now, or empty when it could not be moved. Of a symbolic link the target is
     * moved, so the link stays for the next text.
     */
    Optional<Path> keepBroken() {
        try {
            Path target = atomic.target();
            String name = target.getFileName() + ".broken";
            Path backup = target.resolveSibling(name);
            for (int number = 2; Files.exists(backup, LinkOption.NOFOLLOW_LINKS); number++) {
                backup = target.resolveSibling(name + "." + number);
            }
            return Optional.of(Files.move(target, backup));
        } catch (IOException folderNotWritable) {
            return Optional.empty();
        }
    }

    /** For its owner alone, as the XDG specification asks. */
    private void createFolder() throws IOException {
        if (folder().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createDirectories(folder());
        }
    }
}
