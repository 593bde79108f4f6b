package pingmonitor.echo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.SeededFatePolicy;

/**
 * The lossy echo server of the lab: upper-cases, loses and delays on purpose, replies from the address that was asked.
 */
public final class EchoServer implements ServerControl {
    private static final Duration RESCAN_PERIOD = Duration.ofSeconds(3);

    private final int port;
    private final AtomicReference<ServerSettings> settings;
    private final EchoLoop loop;
    private final AddressWatch watch;
    private final SilenceWatch silences;
    private final EventSink events;
    private final List<Thread> threads;
    private SeededFatePolicy fates;

    private EchoServer(
            EchoPlan plan, EchoEnvironment surroundings, Endpoints endpoints, EventSink events) {
        EchoClocks clocks = surroundings.clocks();
        WakeSignal doorbell = new WakeSignal();
        this.events = events;
        port = endpoints.port();
        fates = plan.fates();
        settings = new AtomicReference<>(new ServerSettings(fates, plan.limits()));
        AdmissionControl admission = new AdmissionControl(endpoints::isOurs, settings::get);
        ReplyQueue queue =
                new ReplyQueue(ReplyQueue.MAX_REPLIES, ReplyQueue.MAX_BYTES, doorbell::ring);
        FateMemory memory = new FateMemory(clocks.nanoTime().getAsLong());
        ClientHabits habits = new ClientHabits();
        Responder responder = new Responder(admission, queue, memory, habits, clocks, events);
        CaughtPaths caught =
                new CaughtPaths(
                        endpoints,
                        surroundings.sockets(),
                        surroundings.addresses(),
                        clocks.nanoTime(),
                        doorbell::ring);
        loop = new EchoLoop(endpoints, responder, caught, events, clocks, doorbell);
        watch =
                new AddressWatch(
                        surroundings.addresses(), surroundings.rescanPeriod(), loop::follow);
        silences =
                new SilenceWatch(
                        habits,
                        surroundings.sockets(),
                        client -> endpoints.isHere(client.getAddress()),
                        clocks,
                        events);
        threads =
                List.of(
                        EchoThreads.daemon(loop, "echo-server"),
                        EchoThreads.daemon(silences, "echo-silences"),
                        EchoThreads.daemon(watch, "echo-addresses"));
    }

    /**
     * Opens the sockets and starts the server's threads.
     *
     * @param sink takes every event, one at a time, on the server's threads; it must return quickly
     * @throws PortInUseException when another program has the port
     * @throws java.io.IOException when no address can be listened on, or there are not sockets enough for all
     */
    public static EchoServer start(EchoPlan plan, Consumer<ServerEvent> sink)
            throws java.io.IOException {
        return start(
                plan,
                sink,
                new EchoEnvironment(
                        LocalAddressSource::ofThisMachine,
                        RESCAN_PERIOD,
                        EchoClocks.SYSTEM,
                        HostsFile.ofThisMachine().ownNameAddresses(),
                        SocketTable.ofThisMachine(),
                        answersWholeLoopback()));
    }

    /**
     * The same on this machine's loopback addresses alone: no other machine reaches it, and with port 0 no firewall has
     * a question to ask.
     *
     * @throws PortInUseException when another program has the port
     * @throws java.io.IOException when loopback cannot be listened on
     */
    public static EchoServer startOnLoopback(EchoPlan plan, Consumer<ServerEvent> sink)
            throws java.io.IOException {
        return start(
                plan,
                sink,
                new EchoEnvironment(
                        LocalAddressSource::ofLoopback, RESCAN_PERIOD, EchoClocks.SYSTEM));
    }

    static EchoServer start(EchoPlan plan, Consumer<ServerEvent> sink, EchoEnvironment surroundings)
            throws java.io.IOException {
        Endpoints endpoints =
                Endpoints.open(
                        plan.port(), surroundings.addresses().list(), surroundings.catchAll());
        endpoints.addAliases(surroundings.aliases());
        EchoServer server = new EchoServer(plan, surroundings, endpoints, new EventSink(sink));
        server.threads.forEach(Thread::start);
        return server;
    }

    /**
     * Whether a server of this machine answers at all of 127.0.0.0/8, and not only at the addresses that interfaces and
     * the hosts file name. Only Linux lets one socket wait for the other addresses of a port and says where a socket
     * sends to.
     */
    public static boolean answersWholeLoopback() {
        return UdpSocketList.ofThisMachine().exists();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void impair(Impairments impairments) {
        fates = fates.with(impairments);
        settings.updateAndGet(now -> now.with(fates));
    }

    @Override
    public void limit(AbuseLimits limits) {
        settings.updateAndGet(now -> now.with(limits));
    }

    @Override
    public synchronized void reseed(long seed) {
        fates = new SeededFatePolicy(seed, fates.impairments());
        settings.updateAndGet(now -> now.begunAnew(fates));
    }

    /** From the sink it returns at once, and the end follows. */
    @Override
    public void close() {
        watch.stop();
        silences.stop();
        loop.stop();
        if (!events.isTelling()) {
            threads.forEach(EchoThreads::join);
        }
    }
}
