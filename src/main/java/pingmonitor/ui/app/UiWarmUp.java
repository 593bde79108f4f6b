package pingmonitor.ui.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.router.ForwardingControl;
import pingmonitor.ui.common.Overlay;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.View;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.forward.ForwardSection;
import pingmonitor.ui.results.ChartView;
import pingmonitor.ui.results.OwnServerHint;
import pingmonitor.ui.results.PingTableView;
import pingmonitor.ui.results.RunHeadlineView;
import pingmonitor.ui.results.StatusLineView;
import pingmonitor.ui.results.TilesView;
import pingmonitor.ui.server.ServerCardView;
import pingmonitor.ui.server.ServerLogView;
import pingmonitor.ui.server.ServerModel;

/**
 * Draws an invented run once in a scene that nobody sees. Without it the window loads hundreds of classes while the
 * first ping is under way, which on a small machine makes its RTT several times longer. FX thread only.
 */
final class UiWarmUp {
    private static final InetSocketAddress NOBODY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), PingPlan.DEFAULT_PORT);
    private static final int PINGS = 6;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** The renderer keeps the memory of its largest picture: 12 MiB for one of the window's size. */
    private static final double SCALE = 0.1;

    private final RunListModel runs = new RunListModel(UiWarmUp::engine);
    private final ServerModel server =
            new ServerModel(
                    Integer.toString(PingPlan.DEFAULT_PORT),
                    Preset.BOOK.impairments(),
                    0,
                    UiWarmUp::server,
                    List::of);
    private final List<View> views;
    private final VBox box = new VBox();

    private final BooleanSupplier quiet;

    private UiWarmUp(Locale locale, List<String> styles, BooleanSupplier quiet) {
        this.quiet = quiet;
        Overlay overlay = new Overlay();
        views =
                List.of(
                        new TilesView(runs, locale),
                        new ChartView(runs, locale, () -> {}),
                        new RunHeadlineView(runs, locale),
                        new PingTableView(
                                runs,
                                new SimpleObjectProperty<>(OwnServerHint.USUAL),
                                locale,
                                notice -> {}),
                        new StatusLineView(runs, locale),
                        new ServerCardView(
                                server,
                                overlay,
                                new ForwardSection(nothingForwarded(), overlay, locale),
                                locale),
                        new ServerLogView(server, locale));
        views.forEach(view -> box.getChildren().add(view.root()));
        Scene scene = new Scene(box, WindowPlacement.WIDTH, WindowPlacement.HEIGHT);
        scene.getStylesheets().setAll(styles);
    }

    /**
     * Takes some tenths of a second, in pieces between which the window responds.
     *
     * @param quiet while it is true nothing is drawn: a real run has begun
     */
    static void start(Locale locale, List<String> styles, BooleanSupplier quiet) {
        UiWarmUp warmUp = new UiWarmUp(locale, styles, quiet);
        RunModel run =
                warmUp.runs.start(PingPlan.lab(PingPlan.DEFAULT_HOST, PingPlan.DEFAULT_PORT));
        run.listen(warmUp::draw);
        warmUp.server.turnOn();
    }

    private void draw(RunChange change) {
        if (!quiet.getAsBoolean()) {
            box.snapshot(small(), null);
        }
        if (change.finished()) {
            views.forEach(View::dispose);
            server.turnOff();
        }
    }

    private static ForwardModel nothingForwarded() {
        return new ForwardModel(ForwardingControl.Factory.none(), page -> {});
    }

    private static SnapshotParameters small() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(SCALE, SCALE));
        return parameters;
    }

    private static PingEngine engine(PingPlan plan, Consumer<PingEvent> sink) {
        return new PingEngine() {
            @Override
            public PingEvent.Outcome run() {
                perform(sink);
                return PingEvent.Outcome.COMPLETED;
            }

            @Override
            public void stop() {
                // It ends by itself before anyone could want it to.
            }
        };
    }

    private static ServerControl server(EchoPlan plan, Consumer<ServerEvent> sink) {
        sink.accept(new ServerEvent.Listening(plan.port(), List.of(), 0, Instant.EPOCH));
        sink.accept(new ServerEvent.Answered(NOBODY, "Ping", 0, Instant.EPOCH, Duration.ZERO, 1));
        sink.accept(new ServerEvent.Dropped(NOBODY, "Ping", 0, Instant.EPOCH));
        return new SilentServer(plan.port());
    }

    private static void perform(Consumer<PingEvent> sink) {
        sink.accept(new PingEvent.Started(NOBODY, Instant.EPOCH));
        for (int ping = 1; ping <= PINGS; ping++) {
            sink.accept(new PingEvent.Sent(ping, Instant.EPOCH, 0));
            LockSupport.parkNanos(STEP_NANOS);
            boolean lost = ping % 2 == 0;
            sink.accept(
                    lost
                            ? new PingEvent.TimedOut(ping)
                            : new PingEvent.Replied(
                                    ping, ping, new Reply("PING", 0, NOBODY, ReplyMatch.VERIFIED)));
            LockSupport.parkNanos(STEP_NANOS);
        }
        sink.accept(new PingEvent.Finished(PingEvent.Outcome.COMPLETED, Instant.EPOCH));
    }

    /** A server that nobody can reach. */
    private record SilentServer(int port) implements ServerControl {
        @Override
        public void impair(Impairments impairments) {
            // There is nobody to be impaired.
        }

        @Override
        public void limit(RateLimitSettings limits) {
            // There is nobody to be limited.
        }

        @Override
        public void reseed(long seed) {
            // There is nothing to be drawn.
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }
}
