package pingmonitor.ui.app;

import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;

/** An engine that breaks. */
final class DefectiveEngine implements PingEngine {
    @Override
    public PingEvent.Outcome run() {
        throw new IllegalStateException("a defect");
    }

    @Override
    public void stop() {
        throw new IllegalStateException("nothing to stop");
    }
}
