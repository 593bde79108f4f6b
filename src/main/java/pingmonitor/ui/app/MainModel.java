package pingmonitor.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.discovery.Finder;
import pingmonitor.discovery.ServiceName;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem.Field;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.ping.PingFormModel;
import pingmonitor.ui.ping.RunStarter;
import pingmonitor.ui.ping.ServerSearchModel;
import pingmonitor.ui.results.OwnServerHint;
import pingmonitor.ui.results.RunDiagnoses;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/** All models of the window, put together; they outlive every change of language. FX thread only. */
final class MainModel {
    private final RunListModel runs;
    private final RunDiagnoses diagnoses;
    private final PingFormModel form = new PingFormModel();
    private final RunStarter runStarter;
    private final ServerSearchModel find;
    private final ServerModel server;
    private final ForwardModel forward;
    private final SaveFolder saveFolder;
    private final Appearance look;
    private final Settings.Runs keptRuns;
    private final BooleanProperty serverPanelOpen = new SimpleBooleanProperty();
    private final ObservableValue<OwnServerHint> ownServerHint;

    MainModel(
            Settings settings,
            RunListModel runs,
            Examiner examiner,
            ServerModel server,
            ForwardModel forward,
            Finder.Factory finders,
            SaveFolder saveFolder) {
        this.runs = runs;
        this.diagnoses = new RunDiagnoses(runs, examiner);
        this.runStarter = new RunStarter(form, runs);
        this.find = new ServerSearchModel(finders);
        this.server = server;
        this.forward = forward;
        joinServerAndRouter();
        joinRunsAndRouter();
        this.saveFolder = saveFolder;
        this.look = new Appearance(settings.look());
        this.keptRuns = settings.runs();
        serverPanelOpen.set(settings.server().panelOpen());
        server.limitsProperty().set(settings.server().limits());
        server.announcing().wantedProperty().set(settings.server().announced());
        server.announcing().nameProperty().set(ServiceName.of(settings.server().name()));
        server.announcing().waitFor(runs.quietProperty());
        fill(settings.ping());
        ownServerHint = OwnServerHintBinding.from(form, server);
    }

    RunListModel runs() {
        return runs;
    }

    RunDiagnoses diagnoses() {
        return diagnoses;
    }

    PingFormModel form() {
        return form;
    }

    RunStarter runStarter() {
        return runStarter;
    }

    ServerSearchModel find() {
        return find;
    }

    ServerModel server() {
        return server;
    }

    ForwardModel forward() {
        return forward;
    }

    SaveFolder saveFolder() {
        return saveFolder;
    }

    Appearance look() {
        return look;
    }

    /** Whether the lossy server's panel is shown. */
    BooleanProperty serverPanelOpen() {
        return serverPanelOpen;
    }

    /** How far it is from the form to a ping of the own server. */
    ObservableValue<OwnServerHint> ownServerHint() {
        return ownServerHint;
    }

    /** The settings now, which survive a restart. */
    Settings settings(Settings.Placement window) {
        Settings.Ping ping =
                new Settings.Ping(
                        form.text(Field.HOST).get(),
                        form.text(Field.PORT).get(),
                        form.text(Field.COUNT).get(),
                        form.untilStoppedProperty().get(),
                        form.text(Field.TIMEOUT).get(),
                        form.text(Field.PAUSE).get(),
                        form.fixedRateProperty().get(),
                        form.text(Field.INTERVAL).get(),
                        form.text(Field.SIZE).get(),
                        form.familyProperty().get(),
                        form.verdictsProperty().get());
        Settings.Server lossy =
                new Settings.Server(
                        server.portTextProperty().get(),
                        server.impairmentsProperty().get(),
                        server.limitsProperty().get(),
                        server.seedProperty().get(),
                        server.announcing().wantedProperty().get(),
                        server.announcing().nameProperty().get().map(ServiceName::text).orElse(""),
                        serverPanelOpen.get());
        return new Settings(ping, lossy, look.settings(), Optional.of(window), keptRuns);
    }

    /** The properties that {@link #settings} is made of. */
    List<Observable> remembered() {
        List<Observable> remembered = new ArrayList<>(form.inputs());
        remembered.addAll(
                List.of(
                        server.portTextProperty(),
                        server.impairmentsProperty(),
                        server.limitsProperty(),
                        server.seedProperty(),
                        server.announcing().wantedProperty(),
                        server.announcing().nameProperty(),
                        serverPanelOpen,
                        look.themeProperty(),
                        look.languageProperty(),
                        look.fontSizeProperty()));
        return remembered;
    }

    /** Host names that the person typed, now or for an earlier run. */
    List<String> typedNames() {
        List<String> names = new ArrayList<>();
        names.add(form.text(Field.HOST).get());
        server.announcing().nameProperty().get().map(ServiceName::text).ifPresent(names::add);
        runs.all().forEach(run -> names.add(run.session().plan().host()));
        return names;
    }

    /** Stops runs, server, search and forwarding. */
    void close() {
        runs.stopAll();
        diagnoses.close();
        forward.shutdown();
        find.close();
        server.shutdown();
    }

    private void joinServerAndRouter() {
        server.stateProperty()
                .addListener(
                        (property, was, is) ->
                                forward.serverIs(
                                        is instanceof ServerState.On on
                                                ? OptionalInt.of(on.port())
                                                : OptionalInt.empty()));
        forward.publicEndpointProperty()
                .addListener(
                        (property, was, is) ->
                                server.publicEndpointsProperty().set(is.stream().toList()));
    }

    /** A mapped address that is not the router's own tells of another NAT behind the router. */
    private void joinRunsAndRouter() {
        runs.activeProperty()
                .addListener((property, was, is) -> is.ifPresent(this::joinRunAndRouter));
    }

    private void joinRunAndRouter(RunModel run) {
        ObjectProperty<Optional<PingEvent.MappedAddress>> mappedAddress =
                new SimpleObjectProperty<>(Optional.empty());
        mappedAddress.addListener(
                (property, was, is) ->
                        is.ifPresent(
                                now ->
                                        forward.seenFromOutside(
                                                now.local().getAddress(),
                                                now.endpoint().getAddress())));
        run.listen(change -> mappedAddress.set(run.session().latestMappedAddress()));
    }

    private void fill(Settings.Ping ping) {
        form.text(Field.HOST).set(ping.host());
        form.text(Field.PORT).set(ping.port());
        form.text(Field.COUNT).set(ping.count());
        form.untilStoppedProperty().set(ping.untilStopped());
        form.text(Field.TIMEOUT).set(ping.timeout());
        form.text(Field.PAUSE).set(ping.pause());
        form.fixedRateProperty().set(ping.fixedRate());
        form.text(Field.INTERVAL).set(ping.interval());
        form.text(Field.SIZE).set(ping.size());
        form.familyProperty().set(ping.family());
        form.verdictsProperty().set(ping.verdicts());
    }
}
