package pingmonitor.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A text file that grows to a limit and is then rolled: {@code x.log} becomes {@code x.1.log}, that one {@code
 * x.2.log}, and the oldest is deleted. It is open only during a write, under a lock, so that two programs can write
 * into it. The first text makes file and folder. The JDK's FileHandler does not do: it gives a second program a file of
 * its own, makes files before the first text, exceeds the limit by one text, and does not try again after its folder
 * could not be made.
 */
final class RollingFile {
    private static final String SUFFIX = ".log";

    private final Path folder;
    private final String name;
    private final long limitBytes;
    private final int files;

    /**
     * @param name without its suffix
     * @param limitBytes of one file
     * @param files how many there may be
     */
    RollingFile(Path folder, String name, long limitBytes, int files) {
        this.folder = folder;
        this.name = name;
        this.limitBytes = limitBytes;
        this.files = files;
    }

    /** The newest of the files. */
    Path path() {
        return folder.resolve(name + SUFFIX);
    }

    /**
     * Adds a text at the end.
     *
     * @throws IOException when it cannot be written
     */
    void append(String text) throws IOException {
        Files.createDirectories(folder);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        if (!appendedWithinLimit(bytes)) {
            write(bytes);
        }
    }

    /** Whether there was room; if there was none, the files were moved on, and there is a fresh one to come. */
    @SuppressWarnings("try") // The lock is held, and that is all that is wanted of it.
    private boolean appendedWithinLimit(ByteBuffer bytes) throws IOException {
        try (FileChannel channel = open();
                FileLock lock = channel.lock()) {
            // Of the name, not of the channel: another program may have moved the file meanwhile.
            if (isFull(bytes.remaining())) {
                moveOn();
                return false;
            }
            write(bytes, channel);
            return true;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        try (FileChannel channel = open()) {
            write(bytes, channel);
        }
    }

    private static void write(ByteBuffer bytes, FileChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private boolean isFull(int more) throws IOException {
        if (!Files.exists(path())) {
            return false;
        }
        long size = Files.size(path());
        return size > 0 && size + more > limitBytes;
    }

    private void moveOn() throws IOException {
        for (int number = files - 1; number > 0; number--) {
            Path from = number == 1 ? path() : numbered(number - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return folder.resolve(name + "." + number + SUFFIX);
    }
}
