package pingmonitor.ui.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;
import pingmonitor.ui.common.FxBridge;

/**
 * Loads and saves the settings away from the FX thread. Settings that cannot be written never stop the program; that is
 * told once, and again only after they could be written in between.
 */
final class SettingsKeeper {
    private static final Logger LOG = System.getLogger(SettingsKeeper.class.getName());
    private static final long LONGEST_LAST_SAVE_SECONDS = 3;

    private final SettingsStore store;
    private final FxBridge bridge = new FxBridge(this::deliver);
    private final AtomicBoolean untold = new AtomicBoolean();
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "settings");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile SettingsStore.Loaded loaded =
            new SettingsStore.Loaded(Settings.DEFAULT, false, Optional.empty());
    private volatile boolean lost;
    private Consumer<Path> told = folder -> {};

    SettingsKeeper(SettingsStore store) {
        this.store = store;
    }

    /** Reads the file on the calling thread, and looks whether it could be written. To be called before any save. */
    void load() {
        loaded = store.load();
        if (!store.isWritable()) {
            lost = true;
            untold.set(true);
        }
    }

    /** What was read at the start. */
    SettingsStore.Loaded loaded() {
        return loaded;
    }

    /** Tells the folder that cannot be written, on the FX thread, where this is to be called. */
    void tellWhenLost(Consumer<Path> listener) {
        told = listener;
        bridge.signal();
    }

    /** Writes soon, on a thread of its own. */
    void save(Settings settings) {
        disk.execute(() -> write(settings));
    }

    /** Waits a moment for what is still to be written. */
    void close() {
        disk.shutdown();
        try {
            if (!disk.awaitTermination(LONGEST_LAST_SAVE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Logger.Level.WARNING, "the settings could not be written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Settings settings) {
        try {
            store.save(settings);
            lost = false;
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "the settings could not be written", e);
            if (!lost) {
                lost = true;
                untold.set(true);
                bridge.signal();
            }
        }
    }

    private void deliver() {
        if (untold.getAndSet(false)) {
            told.accept(store.folder());
        }
    }
}
