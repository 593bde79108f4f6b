package pingmonitor.settings;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A text file that is replaced in one step: whatever happens while it is written, it holds either the old text or the
 * new one, whole. A symbolic link is written through; permissions, owner and group are kept. Where a replacement cannot
 * keep them (further hard links, another owner, a folder that takes no new file, a device), the text is written into
 * the file itself, and an interruption can leave a part of it. Every call waits for the disk.
 */
public final class AtomicFile {
    /** Symbolic links that are followed, as many as on Linux. More are a cycle. */
    private static final int MAX_LINKS = 40;

    private static final int RANDOM_NAMES = 1 << 28;

    /** Attempts to replace a file that is held by another program. */
    static final int MAX_ATTEMPTS = 10;

    private static final long WAIT_FOR_OTHERS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path file;
    private final Mover mover;

    /** This file; it need not exist, its folder must. */
    public AtomicFile(Path file) {
        this(file, AtomicFile::move);
    }

    AtomicFile(Path file, Mover mover) {
        this.file = file;
        this.mover = mover;
    }

    /** Writes the text of a file, in UTF-8. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Puts the new file into the old one's place. */
    @FunctionalInterface
    interface Mover {
        void move(Path from, Path to) throws IOException;
    }

    /** Whether the file is there and protected against writing, by its permissions or for this person. */
    public boolean isReadOnly() {
        try {
            return isReadOnly(target());
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Writes the file; it is on the disk when this returns.
     *
     * @throws ReadOnlyFileException when it is protected; it is untouched then
     * @throws IOException when it cannot be written
     */
    public void write(Content content) throws IOException {
        writeBytes(
                bytes -> {
                    Writer out =
                            new BufferedWriter(
                                    new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                    content.writeTo(out);
                    out.flush();
                });
    }

    /** The same for a file that is not text, or whose text is bytes already. */
    public void writeBytes(Bytes content) throws IOException {
        Path target = target();
        if (isReadOnly(target)) {
            throw new ReadOnlyFileException(file);
        }
        Optional<Path> fresh = freshFor(target);
        if (fresh.isEmpty()) {
            overwrite(content, target);
            return;
        }
        try {
            overwrite(content, fresh.get());
            replace(target, fresh.get());
        } finally {
            Files.deleteIfExists(fresh.get());
        }
    }

    /** Windows refuses to replace a file as long as another program has it open, which a virus scanner does shortly. */
    private void replace(Path target, Path fresh) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                mover.move(fresh, target);
                return;
            } catch (NoSuchFileException folderIsGone) {
                throw folderIsGone;
            } catch (FileSystemException perhapsHeld) {
                if (attempt == MAX_ATTEMPTS) {
                    throw perhapsHeld;
                }
                LockSupport.parkNanos(WAIT_FOR_OTHERS_NANOS);
            }
        }
    }

    /** The file that is meant by a chain of symbolic links; it need not exist. */
    Path target() throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static boolean isReadOnly(Path target) throws IOException {
        return Files.isRegularFile(target)
                && (!Files.isWritable(target)
                        || UnixFileAttributes.of(target)
                                .filter(UnixFileAttributes::isWriteProtected)
                                .isPresent());
    }

    /** A new file that can take the place of this one; empty when the old one has to be written itself. */
    private static Optional<Path> freshFor(Path target) throws IOException {
        if (!Files.exists(target)) {
            return Optional.of(createBeside(target));
        }
        if (!Files.isRegularFile(target)) {
            return Optional.empty();
        }
        Optional<UnixFileAttributes> traits = UnixFileAttributes.of(target);
        if (traits.filter(each -> each.names() > 1).isPresent()) {
            return Optional.empty();
        }
        try {
            Path fresh = createBeside(target);
            if (traits.isEmpty() || traits.get().giveTo(fresh)) {
                return Optional.of(fresh);
            }
            Files.delete(fresh);
            return Optional.empty();
        } catch (AccessDeniedException folderTakesNone) {
            return Optional.empty();
        }
    }

    /**
     * A new file in the same folder. Its name is short, so a file system that accepts the target's name accepts it too.
     * A temporary file of the JDK would be readable for its owner alone.
     */
    private static Path createBeside(Path target) throws IOException {
        while (true) {
            int random = ThreadLocalRandom.current().nextInt(RANDOM_NAMES);
            try {
                return Files.createFile(target.resolveSibling(".~" + Integer.toHexString(random)));
            } catch (FileAlreadyExistsException another) {
                continue;
            }
        }
    }

    private static void overwrite(Bytes content, Path to) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        to, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            if (Files.isRegularFile(to)) {
                // Before the move, or a power cut could leave an empty file under the name.
                channel.force(true);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException someNetworkDrives) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
