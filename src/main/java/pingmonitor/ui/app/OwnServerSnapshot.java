package pingmonitor.ui.app;

import java.util.function.Supplier;
import pingmonitor.diagnosis.OwnServer;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/** The state of the window's server now, for readers on other threads than the FX thread. */
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
