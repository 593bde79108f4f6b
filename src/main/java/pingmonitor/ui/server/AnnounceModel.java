package pingmonitor.ui.server;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;
import pingmonitor.discovery.Announcement;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.ServiceName;
import pingmonitor.ui.common.FxBridge;

/**
 * Whether the local network is told of the server while it runs, and under which name. That begins some time after the
 * server does, and not while a run begins: it loads hundreds of classes. FX thread only.
 */
public final class AnnounceModel {
    /** Who types a name has finished by then. */
    static final Duration USUAL_CALM = Duration.seconds(2);

    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<ServiceName>> name =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AnnouncementState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AnnouncementHost host;
    private final PauseTransition calm;
    private final ChangeListener<Boolean> hushEnds = (property, was, is) -> goOn();
    private ObservableBooleanValue hush = new SimpleBooleanProperty();
    private Optional<Integer> port = Optional.empty();
    private Optional<AnnouncementHost.Wish> wish = Optional.empty();
    private boolean waiting;
    private long lastOrder;

    /**
     * @param calm how long everything stays as it was before an announcement begins
     */
    AnnounceModel(Announcement.Factory announcements, Duration calm) {
        FxBridge bridge = new FxBridge(this::refresh);
        this.host = new AnnouncementHost(announcements, bridge::signal);
        this.calm = new PauseTransition(calm);
        this.calm.setOnFinished(event -> calmed());
        wanted.addListener((property, was, is) -> changed());
        name.addListener((property, was, is) -> changed());
    }

    /** Whether the person wants it. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** The name the person chose; empty for the one of this machine. */
    public ObjectProperty<Optional<ServiceName>> nameProperty() {
        return name;
    }

    /** What has become of it; empty while nothing is to be announced. */
    public ReadOnlyObjectProperty<Optional<AnnouncementState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Begins nothing while this is true. */
    public void waitFor(ObservableBooleanValue quiet) {
        hush = quiet;
    }

    void serverIs(ServerState server) {
        port = server instanceof ServerState.On on ? Optional.of(on.port()) : Optional.empty();
        changed();
    }

    /** Begins to take leave of the network for good. */
    void shutdown() {
        calm.stop();
        leave();
    }

    /** The same at the end of the process, on any thread. */
    void leave() {
        host.shutdown();
    }

    /** Waits a moment for that. */
    void awaitShutdown() {
        host.awaitShutdown();
    }

    private void changed() {
        Optional<AnnouncementHost.Wish> now =
                port.filter(on -> wanted.get())
                        .map(on -> new AnnouncementHost.Wish(name.get(), on));
        if (now.equals(wish)) {
            return;
        }
        wish = now;
        calm.stop();
        stopWaiting();
        if (wish.isEmpty()) {
            order();
            state.set(Optional.empty());
        } else {
            state.set(Optional.of(new AnnouncementState.Beginning()));
            calm.playFromStart();
        }
    }

    private void calmed() {
        if (hush.get()) {
            waiting = true;
            hush.addListener(hushEnds);
        } else {
            order();
        }
    }

    private void goOn() {
        if (waiting && !hush.get()) {
            stopWaiting();
            order();
        }
    }

    private void stopWaiting() {
        waiting = false;
        hush.removeListener(hushEnds);
    }

    private void order() {
        host.change(++lastOrder, wish);
    }

    private void refresh() {
        host.latest()
                .filter(report -> report.order() == lastOrder && wish.isPresent() && !isAhead())
                .ifPresent(report -> state.set(Optional.of(report.state())));
    }

    /** Whether what is reported is about what was wished before. */
    private boolean isAhead() {
        return waiting || calm.getStatus() == Animation.Status.RUNNING;
    }
}
