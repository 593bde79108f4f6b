package pingmonitor.ui.app;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import pingmonitor.echo.EchoWarmUp;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.WarmUp;
import pingmonitor.settings.PersonalFolders;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;

/** The program with a window: reads the settings, shows the window, and leaves nothing running behind it. */
public final class MonitorApp extends Application {
    private final SettingsKeeper keeper =
            new SettingsKeeper(
                    new SettingsStore(
                            PersonalFolders.ofThisPerson()
                                    .settings()
                                    .resolve("settings.properties")));
    private volatile SaveFolder saveFolder;
    private Models models;

    /** Before the window, and not on the FX thread: disk and warm-up. */
    @Override
    public void init() {
        keeper.load();
        saveFolder = new SaveFolder(PersonalFolders.ofThisPerson().documents());
        Thread warmUp = new Thread(MonitorApp::warmUp, "warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
    }

    @Override
    public void start(Stage stage) {
        SettingsStore.Loaded loaded = keeper.loaded();
        Settings settings = loaded.settings();
        Settings.Server lossy = settings.server();
        ServerModel server = new ServerModel(lossy.port(), lossy.impairments(), lossy.seed());
        models = new Models(settings, Pinger::new, server, saveFolder);
        MainWindow window = new MainWindow(stage, models, settings.window(), keeper::save);
        window.show();
        window.tellOfBrokenSettings(loaded);
        // After the window is on the screen: nobody waits for it.
        Platform.runLater(window::rehearse);
    }

    private static void warmUp() {
        WarmUp.run();
        EchoWarmUp.run();
    }

    @Override
    public void stop() {
        models.close();
        keeper.close();
    }
}
