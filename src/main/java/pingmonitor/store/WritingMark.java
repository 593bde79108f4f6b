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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows other programs that a run's file is being written: a file beside it that is locked meanwhile. Not the run's own
 * file: on Unix whoever closes a file loses all locks on it, and a run that goes on is read, too. For the same reason
 * nobody may ask {@link #isHeld} for a run that this program writes.
 */
final class WritingMark implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WritingMark.class.getName());

    /** Attempts to lock a file that another takes away in the same moment. */
    private static final int MAX_ATTEMPTS = 10;

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Path path;
    private final FileChannel channel;

    private WritingMark(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the mark of a run's new file. A file system without locks has none that tells anything. */
    static WritingMark beside(Path file, FileAttribute<?>... attributes) throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<WritingMark> mark = take(file, attributes);
            if (mark.isPresent()) {
                return mark.get();
            }
            // Nobody else writes a new file: somebody asks, who has the lock for a moment.
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        throw new IOException("another program holds " + of(file));
    }

    /** Makes the mark of a run's file; empty when another has it. */
    static Optional<WritingMark> take(Path file, FileAttribute<?>... attributes)
            throws IOException {
        Path path = of(file);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            FileChannel channel =
                    FileChannel.open(
                            path,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            attributes);
            if (!isLockable(channel, path)) {
                channel.close();
                return Optional.empty();
            }
            if (Files.exists(path)) {
                return Optional.of(new WritingMark(path, channel));
            }
            // Whoever had it took it away after it was opened here.
            channel.close();
        }
        return Optional.empty();
    }

    private static boolean isLockable(FileChannel channel, Path path) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            return false;
        } catch (IOException noLocks) {
            LOG.log(Logger.Level.DEBUG, "no lock on " + path, noLocks);
            return true;
        }
    }

    /** Whether another program is writing a run's file; one that was killed is not. */
    static boolean isHeld(Path file) {
        Path path = of(file);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                // While it is locked, so that nobody loses a mark that is new.
                Files.deleteIfExists(path);
            }
            return lock == null;
        } catch (IOException | OverlappingFileLockException e) {
            return e instanceof OverlappingFileLockException;
        }
    }

    /** Takes the mark away. */
    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "leaving " + path, e);
        }
    }

    private static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + RunStore.LOCK_SUFFIX);
    }
}
