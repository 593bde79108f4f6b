package pingmonitor.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.StatisticsState;
import pingmonitor.settings.AtomicFile;

/**
 * The folder of kept runs, to be written: each run has a file of its own, which only this person can read. All runs are
 * written by one thread, which is there as long as any of them goes on. Thread-safe.
 */
public final class RunStore implements RunKeeper.Factory {
    /** Ends the name of a file beside the run's own that is locked while that is written. */
    static final String LOCK_SUFFIX = ".lock";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int MAX_HOST_CHARACTERS = 40;
    private static final String ONLY_THIS_PERSON = "rw-------";
    private static final String ONLY_THIS_PERSON_FOLDER = "rwx------";

    private final Path folder;
    private final ZoneId zone;
    private final WriterThread writer;
    private final Map<Path, FileRunKeeper> writing = new ConcurrentHashMap<>();

    /**
     * @param folder is made when the first run is kept
     * @param zone whose local time is kept beside the time of a run
     */
    public RunStore(Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
        this.writer = new WriterThread();
    }

    /** The folder of all runs; it may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** Whether a run of this program is being written into that file. */
    public boolean isWriting(Path file) {
        return writing.containsKey(file);
    }

    /**
     * Writes what the person says of a run, whether it goes on in this program or is over.
     *
     * @throws RunInUseException when another program is writing it
     * @throws RunFileException when it is no run's file, too new, or damaged at its beginning
     * @throws IOException when it cannot be written
     */
    void label(Path file, FileEvent.Label label) throws IOException {
        FileRunKeeper keeper = writing.get(file);
        if (keeper != null && keeper.label(label)) {
            return;
        }
        WritingMark mark = exclusive(file);
        try {
            LabelWriter.append(file, List.of(label));
        } finally {
            mark.close();
        }
    }

    /**
     * Has nobody else write a run that is over, until the mark is closed.
     *
     * @throws RunInUseException when it goes on here or another program is writing it
     */
    WritingMark exclusive(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (isWriting(file)) {
            throw new RunInUseException(file);
        }
        return WritingMark.take(file, attributes(ONLY_THIS_PERSON))
                .orElseThrow(() -> new RunInUseException(file));
    }

    @Override
    public RunKeeper keep(PingPlan plan, Supplier<StatisticsState> figures, String name) {
        FileRunKeeper keeper =
                new FileRunKeeper(
                        (its, startedAt) -> begin(its, plan, name, startedAt), figures, writer);
        writer.add(keeper);
        return keeper;
    }

    /** Makes the file of a run that begins. */
    private OpenRun begin(FileRunKeeper keeper, PingPlan plan, String name, Instant startedAt)
            throws IOException {
        Files.createDirectories(folder, attributes(ONLY_THIS_PERSON_FOLDER));
        String base = TIME.format(startedAt) + "-" + harmless(plan.host()) + "-" + plan.port();
        for (int number = 1; ; number++) {
            String suffix = number == 1 ? "" : "-" + number;
            Path file = folder.resolve(base + suffix + RunFileFormat.SUFFIX);
            try {
                return begin(
                        file, keeper, plan, RunLabels.name(name), attributes(ONLY_THIS_PERSON));
            } catch (FileAlreadyExistsException another) {
                continue;
            }
        }
    }

    private OpenRun begin(
            Path file,
            FileRunKeeper keeper,
            PingPlan plan,
            String name,
            FileAttribute<?>... attributes)
            throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        attributes);
        writing.put(file, keeper);
        Optional<WritingMark> mark = Optional.empty();
        try {
            WritingMark made = WritingMark.beside(file, attributes);
            mark = Optional.of(made);
            return new OpenRun(
                    file,
                    new RunFileWriter(channel, plan, zone, name),
                    () -> {
                        made.close();
                        writing.remove(file);
                    });
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            Files.deleteIfExists(file);
            mark.ifPresent(WritingMark::close);
            writing.remove(file);
            throw e;
        }
    }

    /**
     * Writes a file of the program's own beside the runs, which only this person can read, in one step.
     *
     * @throws IOException when it cannot be written; the old file is untouched then
     */
    void write(String name, AtomicFile.Content content) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            // One that is replaced keeps its permissions.
            Files.createFile(file, attributes(ONLY_THIS_PERSON));
        }
        new AtomicFile(file).write(content);
    }

    /** What makes a folder that only this person can look into. */
    FileAttribute<?>[] folderAttributes() {
        return attributes(ONLY_THIS_PERSON_FOLDER);
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** A part of a file's name on any system. */
    private static String harmless(String host) {
        String name = host.replaceAll("[^A-Za-z0-9.-]", "_");
        return name.substring(0, Math.min(name.length(), MAX_HOST_CHARACTERS));
    }
}
