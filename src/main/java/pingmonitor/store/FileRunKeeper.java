package pingmonitor.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.StatisticsState;

/**
 * Keeps a run in a file. Whoever tells the events leaves them in memory; the writer's thread takes them from there. A
 * run that never began has no file. Thread-safe.
 */
final class FileRunKeeper implements RunKeeper {
    private static final Logger LOG = System.getLogger(FileRunKeeper.class.getName());

    /** Events between two checkpoints: about a thousand pings. */
    private static final int CHECKPOINT_EVERY = 2_000;

    /** Events that may wait for the disk: minutes of the fastest run. */
    static final int MAX_WAITING = 1 << 20;

    /** A power cut loses no more than what was written since. */
    private static final int FORCE_EVERY_FLUSHES = 4;

    private static final List<String> WORDS_OF_A_REFUSAL =
            List.of("read-only", "not permitted", "permission denied", "not a directory");

    private static final List<String> WORDS_OF_A_FULL_DISK =
            List.of("no space", "not enough space", "disk full", "quota", "espaço");

    private final Beginning beginning;
    private final Supplier<StatisticsState> figures;
    private final WriterThread thread;

    /** Guards what waits. */
    private final Object waitingLock = new Object();

    private List<PingEvent> waiting = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private int sinceMark;

    /** Guards the file. */
    private final Object fileLock = new Object();

    private Optional<OpenRun> open = Optional.empty();
    private volatile Optional<Path> file = Optional.empty();
    private volatile Optional<KeepingProblem> problem = Optional.empty();
    private boolean isUnforced;
    private boolean isClosed;
    private int flushes;

    /** Makes the file of a run. */
    @FunctionalInterface
    interface Beginning {
        OpenRun begin(FileRunKeeper keeper, Instant startedAt) throws IOException;
    }

    @FunctionalInterface
    private interface FileAction {
        void take(RunFileWriter writer) throws IOException;
    }

    /**
     * Figures at a place between the events.
     *
     * @param before number of the waiting events that are in them
     */
    private record Mark(int before, StatisticsState figures) {}

    FileRunKeeper(Beginning beginning, Supplier<StatisticsState> figures, WriterThread thread) {
        this.beginning = beginning;
        this.figures = figures;
        this.thread = thread;
    }

    @Override
    public void take(PingEvent event) {
        synchronized (waitingLock) {
            if (problem.isPresent()) {
                return;
            }
            if (waiting.size() == MAX_WAITING) {
                problem = Optional.of(new KeepingProblem(KeepingProblem.Kind.TOO_SLOW, ""));
                return;
            }
            waiting.add(event);
            if (++sinceMark == CHECKPOINT_EVERY || event instanceof PingEvent.Finished) {
                sinceMark = 0;
                marks.add(new Mark(waiting.size(), figures.get()));
            }
        }
    }

    @Override
    public Optional<Path> file() {
        return file;
    }

    @Override
    public Optional<KeepingProblem> problem() {
        return problem;
    }

    /** Writes what waits. */
    void flush() {
        synchronized (fileLock) {
            if (!isClosed) {
                writeAnd(this::flush);
            }
        }
    }

    /**
     * Writes what the person says of the run.
     *
     * @return whether it is in the file; not when the file is closed by now
     * @throws IOException when it cannot be written; the run is not kept any more then
     */
    boolean label(FileEvent.Label label) throws IOException {
        synchronized (fileLock) {
            if (isClosed || open.isEmpty()) {
                return false;
            }
            try {
                writeWaiting();
                open.get().writer().label(label);
                open.get().writer().writeSlots();
                return true;
            } catch (IOException | RuntimeException | Error e) {
                failed(e);
                throw e;
            }
        }
    }

    @Override
    public void catchUp() {
        synchronized (fileLock) {
            if (!isClosed) {
                writeAnd(RunFileWriter::writeSlots);
            }
        }
    }

    @Override
    public void close() {
        thread.remove(this);
        synchronized (fileLock) {
            if (isClosed) {
                return;
            }
            try {
                writeAnd(RunFileWriter::end);
            } finally {
                closeFile();
                isClosed = true;
            }
        }
    }

    private void flush(RunFileWriter writer) throws IOException {
        writer.flush();
        if (++flushes % FORCE_EVERY_FLUSHES == 0 && isUnforced) {
            isUnforced = false;
            writer.force();
        }
    }

    /** Writes what waits, and then does something more with a file that is there; an error ends the keeping. */
    private void writeAnd(FileAction more) {
        try {
            writeWaiting();
            if (open.isPresent()) {
                more.take(open.get().writer());
            }
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
        }
    }

    private void writeWaiting() throws IOException {
        List<PingEvent> events;
        List<Mark> figuresAt;
        synchronized (waitingLock) {
            events = waiting;
            figuresAt = marks;
            waiting = new ArrayList<>(events.size());
            marks = new ArrayList<>();
        }
        isUnforced |= !events.isEmpty();
        int mark = 0;
        for (int i = 0; i < events.size(); i++) {
            PingEvent event = events.get(i);
            if (open.isEmpty() && event instanceof PingEvent.Started started) {
                open = Optional.of(beginning.begin(this, started.at()));
                file = open.map(OpenRun::file);
            }
            if (open.isPresent()) {
                open.get().writer().add(event);
                while (mark < figuresAt.size() && figuresAt.get(mark).before() == i + 1) {
                    open.get().writer().checkpoint(figuresAt.get(mark++).figures());
                }
            }
        }
    }

    /** The run goes on, and what was written stays. */
    private void failed(Throwable e) {
        LOG.log(Logger.Level.DEBUG, "a run is not kept any more", e);
        problem = Optional.of(new KeepingProblem(kindOf(e), String.valueOf(e.getMessage())));
        synchronized (waitingLock) {
            waiting = new ArrayList<>();
            marks = new ArrayList<>();
        }
        closeFile();
        isClosed = true;
        thread.remove(this);
    }

    private void closeFile() {
        open.ifPresent(
                run -> {
                    try (RunFileWriter writer = run.writer()) {
                        writer.cutOff();
                    } catch (IOException e) {
                        LOG.log(Logger.Level.DEBUG, "closing " + run.file(), e);
                    } finally {
                        run.closed().run();
                    }
                });
        open = Optional.empty();
    }

    private static KeepingProblem.Kind kindOf(Throwable e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean isRefused =
                e instanceof AccessDeniedException
                        || e instanceof NoSuchFileException
                        || e instanceof FileAlreadyExistsException
                        || WORDS_OF_A_REFUSAL.stream().anyMatch(said::contains);
        if (isRefused) {
            return KeepingProblem.Kind.NOT_PERMITTED;
        }
        return WORDS_OF_A_FULL_DISK.stream().anyMatch(said::contains)
                ? KeepingProblem.Kind.DISK_FULL
                : KeepingProblem.Kind.OTHER;
    }
}
