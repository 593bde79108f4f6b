package pingmonitor.ping;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs a {@link PingPlan} over UDP; one instance is one run. */
public final class Pinger implements PingEngine {
    private final PingPlan plan;
    private final RunExtension.Factory extensions;
    private final Consumer<PingEvent> sink;
    private final TargetLookup lookup;
    private final Transport.Factory transports;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final AtomicReference<Thread> timeKeeper = new AtomicReference<>();

    /**
     * @param extensions makes what accompanies the run
     * @param sink takes every event, one at a time, on threads of the run; it must return quickly
     */
    public Pinger(PingPlan plan, RunExtension.Factory extensions, Consumer<PingEvent> sink) {
        this(plan, extensions, sink, InetAddress::getAllByName, UdpTransport::open);
    }

    Pinger(
            PingPlan plan,
            RunExtension.Factory extensions,
            Consumer<PingEvent> sink,
            TargetLookup.Names names,
            Transport.Factory transports) {
        this.plan = plan;
        this.extensions = extensions;
        this.sink = sink;
        this.lookup = new TargetLookup(names);
        this.transports = transports;
    }

    /**
     * Runs on the calling thread until the plan is done, {@link #stop} was called, or it failed. Whatever the network
     * does is told in events. To be called once.
     */
    @Override
    public PingEvent.Outcome run() {
        timeKeeper.set(Thread.currentThread());
        try {
            Validated<InetSocketAddress> target = resolve();
            if (stopped.isDone()) {
                return end(PingEvent.Outcome.STOPPED);
            }
            return target instanceof Validated.Valid<InetSocketAddress> valid
                    ? ping(valid.value())
                    : fail(target.problemIfInvalid().orElseThrow());
        } finally {
            timeKeeper.set(null);
        }
    }

    /**
     * Ends the run, from any thread, also while a name is being resolved; returns without waiting. No ping leaves any
     * more. The run is over at once, or, where a server that is there is asked about lost pings, when it has answered:
     * within a second.
     */
    @Override
    public void stop() {
        stopped.complete(null);
        LockSupport.unpark(timeKeeper.get());
    }

    private Validated<InetSocketAddress> resolve() {
        // The system's resolver cannot be interrupted: a stopped run leaves it behind on a thread
        // that ends by itself.
        CompletableFuture<Validated<InetSocketAddress>> found = new CompletableFuture<>();
        Thread resolver = new Thread(() -> find(found), "ping-resolver");
        resolver.setDaemon(true);
        resolver.start();
        try {
            CompletableFuture.anyOf(found, stopped).join();
        } catch (CompletionException defect) {
            throw Defect.rethrown(defect.getCause());
        }
        return found.getNow(Validated.invalid(Problem.Kind.NAME_NOT_FOUND, plan.host()));
    }

    private void find(CompletableFuture<Validated<InetSocketAddress>> found) {
        try {
            found.complete(lookup.find(plan));
        } catch (RuntimeException | Error defect) {
            // Never to be lost on this thread: the run would wait for ever.
            found.completeExceptionally(defect);
        }
    }

    private PingEvent.Outcome ping(InetSocketAddress remote) {
        PingDriver driver;
        try {
            driver =
                    new PingDriver(
                            plan,
                            remote,
                            extensions,
                            sink,
                            transports,
                            stopped::isDone,
                            RunClock.SYSTEM);
        } catch (IOException e) {
            return fail(ProblemClassifier.of(e, plan));
        }
        return driver.drive();
    }

    private PingEvent.Outcome fail(Problem problem) {
        sink.accept(new PingEvent.Failed(problem));
        return end(PingEvent.Outcome.FAILED);
    }

    private PingEvent.Outcome end(PingEvent.Outcome outcome) {
        sink.accept(new PingEvent.Finished(outcome, InstantSource.system().instant()));
        return outcome;
    }
}
