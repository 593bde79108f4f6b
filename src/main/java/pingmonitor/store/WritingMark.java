package pingmonitor.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/**
 * Shows other programs that a run's file is being written: a file beside it that is locked meanwhile. Not the run's own
 * file: on Unix whoever closes a file loses all locks on it, and a run that goes on is read, too.
 */
final class WritingMark {
    private static final Logger LOG = System.getLogger(WritingMark.class.getName());

    private final Path path;
    private final FileChannel channel;

    private WritingMark(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the mark of a run's file. A file system without locks has none that tells anything. */
    static WritingMark beside(Path file, FileAttribute<?>... attributes) throws IOException {
        Path path = of(file);
        FileChannel channel =
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        attributes);
        try {
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException noLocks) {
            LOG.log(Logger.Level.DEBUG, "no lock on " + path, noLocks);
        }
        return new WritingMark(path, channel);
    }

    /** Whether another program is writing a run's file; one that was killed is not. */
    static boolean isHeld(Path file) {
        Path path = of(file);
        if (!Files.exists(path)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(path);
            }
            return lock == null;
        } catch (IOException | OverlappingFileLockException e) {
            return e instanceof OverlappingFileLockException;
        }
    }

    /** Takes the mark away. */
    void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "leaving " + path, e);
        }
    }

    private static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + RunStore.LOCK_SUFFIX);
    }
}
