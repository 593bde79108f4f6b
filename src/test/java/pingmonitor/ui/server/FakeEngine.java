package pingmonitor.ui.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;

/** A server without sockets, which tells what a test says. */
final class FakeEngine implements ServerControl {
    final EchoPlan plan;
    final List<Impairments> impaired = new CopyOnWriteArrayList<>();
    final List<RateLimitSettings> limited = new CopyOnWriteArrayList<>();
    final List<Long> reseeded = new CopyOnWriteArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);
    private final Consumer<ServerEvent> sink;
    private final Semaphore closings;

    private FakeEngine(EchoPlan plan, Consumer<ServerEvent> sink, Semaphore closings) {
        this.closings = closings;
        this.plan = plan;
        this.sink = sink;
    }

    /** Makes them, one for each permit. */
    static final class Factory implements ServerControl.Factory {
        final List<FakeEngine> made = new CopyOnWriteArrayList<>();
        final Semaphore permits = new Semaphore(0);

        /** Breaks the next start. */
        volatile Optional<Error> defect = Optional.empty();

        /** Closing waits for it. */
        final Semaphore closings = new Semaphore(1_000);

        @Override
        public ServerControl start(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException {
            permits.acquireUninterruptibly();
            if (defect.isPresent()) {
                throw defect.get();
            }
            FakeEngine engine = new FakeEngine(plan, sink, closings);
            made.add(engine);
            sink.accept(new ServerEvent.Listening(plan.port(), List.of(), 1 << 22, Instant.now()));
            return engine;
        }
    }

    void tell(ServerEvent event) {
        sink.accept(event);
    }

    void answer(String address, int port, Instant at) {
        tell(
                new ServerEvent.Answered(
                        new InetSocketAddress(address, port),
                        "Ping 1 1795342927.102331",
                        24,
                        at,
                        Duration.ZERO,
                        1));
    }

    void drop(String address, int port, Instant at) {
        tell(
                new ServerEvent.Dropped(
                        new InetSocketAddress(address, port), "Ping 2 1795342927.302748", 24, at));
    }

    @Override
    public int port() {
        return plan.port();
    }

    @Override
    public void impair(Impairments impairments) {
        impaired.add(impairments);
    }

    @Override
    public void limit(RateLimitSettings limits) {
        limited.add(limits);
    }

    @Override
    public void reseed(long seed) {
        reseeded.add(seed);
    }

    @Override
    public void close() {
        closings.acquireUninterruptibly();
        closed.countDown();
    }
}
