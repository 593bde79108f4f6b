package pingmonitor.settings;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links, owner, group and permissions of a file on a Unix system.
 *
 * @param names number of its hard links
 * @param owner its user ID
 * @param group its group ID
 * @param permissions who may do what with it
 */
record UnixFileAttributes(int names, int owner, int group, Set<PosixFilePermission> permissions) {
    private static final String VIEW = "unix";
    private static final Set<PosixFilePermission> WRITERS =
            Set.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    /** Those of a file that exists; empty on other systems. */
    static Optional<UnixFileAttributes> of(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains(VIEW)) {
            return Optional.empty();
        }
        Map<String, Object> read = Files.readAttributes(file, VIEW + ":nlink,uid,gid");
        return Optional.of(
                new UnixFileAttributes(
                        (int) read.get("nlink"),
                        (int) read.get("uid"),
                        (int) read.get("gid"),
                        Files.getPosixFilePermissions(file)));
    }

    /**
     * Whether nobody has the permission to write it. Root can all the same, but the protection is meant for root too.
     */
    boolean isWriteProtected() {
        return permissions.stream().noneMatch(WRITERS::contains);
    }

    /** Gives another file the same owner, group and permissions; false if that is not permitted. */
    boolean giveTo(Path other) throws IOException {
        UnixFileAttributes its = of(other).orElseThrow();
        try {
            if (its.owner != owner) {
                Files.setAttribute(other, VIEW + ":uid", owner);
            }
            if (its.group != group) {
                Files.setAttribute(other, VIEW + ":gid", group);
            }
            Files.setPosixFilePermissions(other, permissions);
            return true;
        } catch (FileSystemException notAllowed) {
            return false;
        }
    }
}
