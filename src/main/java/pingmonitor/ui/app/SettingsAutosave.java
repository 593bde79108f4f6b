package pingmonitor.ui.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.SerialExecutor;

/**
 * Loads and saves the settings away from the FX thread. A failure to write never stops the program; it is told once,
 * and again only after a save has worked in between.
 */
final class SettingsAutosave {
    private static final Logger LOG = System.getLogger(SettingsAutosave.class.getName());
    private static final long MAX_LAST_SAVE_SECONDS = 3;

    /** Shortest time between two writes: a window that is dragged changes its place with every pixel. */
    private static final Duration SPACING = Duration.ofSeconds(1);

    private final SettingsStore store;
    private final FxBridge due;
    private final FxBridge bridge = new FxBridge(this::deliver);
    private final AtomicReference<Optional<Settings>> unsaved =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<SettingsStore.Obstacle>> untold =
            new AtomicReference<>(Optional.empty());
    private final ThreadPoolExecutor disk = SerialExecutor.worker("settings");
    private volatile SettingsStore.Loaded loaded =
            new SettingsStore.Loaded(Settings.DEFAULT, false, Optional.empty());
    private volatile boolean lost;
    private ObservableBooleanValue quiet = new SimpleBooleanProperty();
    private Consumer<SettingsStore.Obstacle> told = obstacle -> {};

    SettingsAutosave(SettingsStore store) {
        this(store, SPACING);
    }

    SettingsAutosave(SettingsStore store, Duration spacing) {
        this.store = store;
        this.due = new FxBridge(this::beginWriting, spacing);
    }

    /** Reads the file on the calling thread, and checks whether it could be written. To be called before any save. */
    void load() {
        loaded = store.load();
        if (!store.isWritable()) {
            lost = true;
            untold.set(Optional.of(store.obstacle()));
        }
    }

    /** The settings that were read at the start. */
    SettingsStore.Loaded loaded() {
        return loaded;
    }

    /** Tells what keeps the settings from being saved, on the FX thread, where this is to be called. */
    void tellWhenLost(Consumer<SettingsStore.Obstacle> listener) {
        told = listener;
        bridge.signal();
    }

    /** While this is true nothing is written, except at the end. To be called on the FX thread. */
    void waitFor(ObservableBooleanValue newQuiet) {
        quiet = newQuiet;
        quiet.addListener((property, was, is) -> due.signal());
    }

    /** Writes soon, on a thread of its own. Of settings that follow one another fast only the last are written. */
    void save(Settings settings) {
        unsaved.set(Optional.of(settings));
        due.signal();
    }

    /** Writes what is not written yet, and waits for it, 3 s at most. Later saves are ignored. Thread-safe. */
    void close() {
        disk.execute(this::write);
        disk.shutdown();
        try {
            if (!disk.awaitTermination(MAX_LAST_SAVE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Logger.Level.WARNING, "the settings could not be written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginWriting() {
        if (!quiet.get()) {
            disk.execute(this::write);
        }
    }

    private void write() {
        unsaved.getAndSet(Optional.empty()).ifPresent(this::write);
    }

    private void write(Settings settings) {
        try {
            store.save(settings);
            lost = false;
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "the settings could not be written", e);
            if (!lost) {
                lost = true;
                untold.set(Optional.of(store.obstacle()));
                bridge.signal();
            }
        }
    }

    private void deliver() {
        untold.getAndSet(Optional.empty()).ifPresent(told);
    }
}
