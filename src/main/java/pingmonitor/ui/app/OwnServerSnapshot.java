package pingmonitor.ui.app;

import java.util.function.Supplier;
import pingmonitor.diagnosis.OwnServer;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/** What the window's server is at the moment, for whoever asks on another thread than that of the window. */
final class OwnServerSnapshot implements Supplier<OwnServer> {
    private volatile OwnServer now;

    /** FX thread only. */
    OwnServerSnapshot(ServerModel server) {
        now = of(server.stateProperty().get());
        server.stateProperty().addListener((property, was, is) -> now = of(is));
    }

    @Override
    public OwnServer get() {
        return now;
    }

    private static OwnServer of(ServerState state) {
        return state instanceof ServerState.On on
                ? new OwnServer.On(on.port())
                : new OwnServer.Off();
    }
}
