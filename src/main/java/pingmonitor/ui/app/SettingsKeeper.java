package pingmonitor.ui.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;

/** Loads and saves the settings away from the FX thread. Settings that cannot be written never stop the program. */
final class SettingsKeeper {
    private static final Logger LOG = System.getLogger(SettingsKeeper.class.getName());
    private static final long LONGEST_LAST_SAVE_SECONDS = 3;

    private final SettingsStore store;
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "settings");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile SettingsStore.Loaded loaded =
            new SettingsStore.Loaded(Settings.DEFAULT, false, Optional.empty());

    SettingsKeeper(SettingsStore store) {
        this.store = store;
    }

    /** Reads the file on the calling thread. */
    void load() {
        loaded = store.load();
    }

    /** What was read at the start. */
    SettingsStore.Loaded loaded() {
        return loaded;
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
                LOG.log(Logger.Level.DEBUG, "the settings could not be written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Settings settings) {
        try {
            store.save(settings);
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "the settings could not be written", e);
        }
    }
}
