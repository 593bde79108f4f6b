package pingmonitor.ui.app;

import atlantafx.base.theme.PrimerLight;
import java.lang.System.Logger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import pingmonitor.diagnosis.NetworkExaminer;
import pingmonitor.discovery.Finder;
import pingmonitor.echo.EchoWarmUp;
import pingmonitor.log.ProgramLog;
import pingmonitor.ping.PingWarmUp;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.router.PortForwarding;
import pingmonitor.settings.ApplicationFolders;
import pingmonitor.settings.NoteFolder;
import pingmonitor.settings.Settings;
import pingmonitor.settings.SettingsStore;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.crash.CrashAftermath;
import pingmonitor.ui.crash.CrashNotifier;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/** The JavaFX application: reads the settings, shows the window, and leaves nothing running behind it. */
public final class MonitorApp extends Application {
    private static final Logger LOG = System.getLogger(MonitorApp.class.getName());

    private final ApplicationFolders folders = ApplicationFolders.ofThisPerson();
    private final SettingsAutosave keeper = new SettingsAutosave(SettingsStore.of(folders));
    private Optional<Throwable> brokenBefore = Optional.empty();
    private Optional<SaveFolder> saveFolder = Optional.empty();

    /** Empty before the window is open and after it is closed; also read by shutdown hooks. */
    private volatile Optional<MainModel> models = Optional.empty();

    /** Reads the settings and begins the warm-up, before the window and not on the FX thread. */
    @Override
    public void init() {
        DeferredStderr.release();
        try {
            keeper.load();
            saveFolder = Optional.of(new SaveFolder(folders.documents()));
            Thread warmUp = new Thread(MonitorApp::warmUp, "warm-up");
            warmUp.setDaemon(true);
            warmUp.start();
        } catch (RuntimeException | Error defect) {
            // Only start() can show it.
            brokenBefore = Optional.of(defect);
        }
    }

    @Override
    public void start(Stage stage) {
        try {
            if (brokenBefore.isPresent()) {
                throw new IllegalStateException(brokenBefore.get());
            }
            open(stage);
        } catch (RuntimeException | Error defect) {
            LOG.log(Logger.Level.ERROR, "the window could not be opened", defect);
            stage.hide();
            ProgramLog.installed().ifPresent(MonitorApp::tellOfFailedStart);
            throw new StartFailedException(defect);
        }
    }

    private void open(Stage stage) {
        SettingsStore.Loaded loaded = keeper.loaded();
        Settings settings = loaded.settings();
        Settings.Server lossy = settings.server();
        ServerModel server = new ServerModel(lossy.port(), lossy.impairments(), lossy.seed());
        KnownServers known = new KnownServers();
        MainModel fresh =
                new MainModel(
                        settings,
                        new RunListModel(
                                (plan, sink) -> new Pinger(plan, new LossLocators(known), sink)),
                        new NetworkExaminer(new OwnServerSnapshot(server)),
                        server,
                        forward(),
                        Finder::start,
                        saveFolder.orElseThrow());
        models = Optional.of(fresh);
        KnownServersFeed.follow(
                known,
                fresh.find().findingProperty(),
                server.stateProperty(),
                server.addressesProperty());
        keeper.waitFor(fresh.runs().quietProperty());
        leaveWhenTerminated();
        MainWindow window = new MainWindow(stage, fresh, settings.window(), keeper::save);
        window.show();
        ProgramLog.installed().ifPresent(log -> crashNotifier(log, stage, fresh).follow());
        window.tellOfBrokenSettings(loaded);
        keeper.tellWhenLost(
                folder ->
                        folders.unfitLanguage()
                                .ifPresentOrElse(
                                        window::tellOfUnfitLanguage,
                                        () -> window.tellOfLostSettings(folder)));
        window.warmUp();
        fresh.forward().removeLeftovers();
    }

    private ForwardModel forward() {
        return new ForwardModel(
                PortForwarding.notedIn(NoteFolder.ofMappings(folders)),
                new BrowserOpener(getHostServices()));
    }

    /**
     * Ctrl+C, SIGTERM and logging out end the process without {@link #stop}. These shutdown hooks close the router's
     * port, withdraw the announced server and save the settings, side by side, each with a bounded wait. The toolkit
     * ends at the same time and complains if it was painting.
     */
    private void leaveWhenTerminated() {
        atEnd("quiet-toolkit", left -> DeferredStderr.begin());
        atEnd("close-port", left -> left.forward().shutdown());
        atEnd("leave-network", left -> left.server().leaveNetwork());
        atEnd("save-settings", left -> keeper.close());
    }

    private void atEnd(String name, Consumer<MainModel> last) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> models.ifPresent(last), name));
    }

    private static CrashNotifier crashNotifier(ProgramLog log, Stage owner, MainModel models) {
        return new CrashNotifier(
                log,
                ProgramFacts::lines,
                new CrashNotifier.Setting(
                        Optional.of(owner),
                        models.look()::locale,
                        models.look().fontSizeProperty(),
                        Bindings.createObjectBinding(
                                () -> aftermath(models),
                                models.runs().activeProperty(),
                                models.server().stateProperty()),
                        models::typedNames));
    }

    private static CrashAftermath aftermath(MainModel models) {
        return CrashAftermath.of(
                models.runs().activeProperty().get().isPresent(),
                models.server().stateProperty().get() instanceof ServerState.On);
    }

    private static void tellOfFailedStart(ProgramLog log) {
        if (getUserAgentStylesheet() == null) {
            setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        }
        new CrashNotifier(
                        log,
                        ProgramFacts::lines,
                        new CrashNotifier.Setting(
                                Optional.empty(),
                                () -> Locale.getDefault(Locale.Category.DISPLAY),
                                new SimpleIntegerProperty(Settings.Look.DEFAULT_FONT_SIZE),
                                new SimpleObjectProperty<>(CrashAftermath.END),
                                List::of))
                .tellAndWait();
    }

    /** Makes the first ping as fast as the tenth. */
    static void warmUp() {
        PingWarmUp.run(new LossLocators());
        EchoWarmUp.run();
    }

    @Override
    public void stop() {
        models.ifPresent(MainModel::close);
        // All is closed: the shutdown hooks have nothing left to wait for.
        models = Optional.empty();
        keeper.close();
    }
}
