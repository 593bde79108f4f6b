package pingmonitor.cli;

import java.util.List;
import java.util.Locale;
import pingmonitor.router.ForwardingControl;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;

/** The server's port at the router, and what is printed of it. */
final class RouterPort {
    private static final System.Logger LOG = System.getLogger(RouterPort.class.getName());

    private final EngineFactories engines;
    private final LinePrinter printer;
    private final boolean json;
    private final ForwardingLines lines;

    RouterPort(EngineFactories engines, Locale locale, LinePrinter printer, boolean json) {
        this.engines = engines;
        this.printer = printer;
        this.json = json;
        this.lines = new ForwardingLines(locale);
    }

    /** Has the router forward the port; returns at once. */
    ForwardingControl forward(int port, MappingRequest wish) {
        ForwardingPlan plan = new ForwardingPlan(port, port, wish.lease());
        return engines.forwardings().get().start(plan, wish.consent(), this::print);
    }

    /** Closes in the background what an earlier server left open. */
    void removeLeftovers() {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                engines.forwardings().get().removeLeftovers().stream()
                                        .map(ForwardingEvent.LeftoverRemoved::new)
                                        .forEach(this::print);
                            } catch (RuntimeException | Error e) {
                                LOG.log(
                                        System.Logger.Level.ERROR,
                                        "removing a port from the router broke",
                                        e);
                            }
                        },
                        "router-leftovers");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lines are made in the order of the events; what was said before is left out. */
    private void print(ForwardingEvent event) {
        List<String> text =
                json ? List.of(JsonLines.of(ForwardingJson.of(event))) : lines.of(event);
        if (!text.isEmpty()) {
            printer.print(() -> text);
        }
    }
}
