package pingmonitor.echo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.SeededFatePolicy;
import pingmonitor.host.UdpSocketTable;

/**
 * The lossy echo server of the lab: upper-cases, loses and delays on purpose, replies from the address that was asked.
 */
public final class EchoServer implements ServerControl {
    private static final Duration RESCAN_PERIOD = Duration.ofSeconds(3);
    private static final Duration SILENCE_CHECK_PERIOD = Duration.ofSeconds(1);

    private final int port;
    private final AtomicReference<ServerSettings> settings;
    private final EchoLoop loop;
    private final PeriodicCheck addressCheck;
    private final PeriodicCheck silenceCheck;
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
        FateHistory memory = new FateHistory(clocks.nanoTime().getAsLong());
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
        addressCheck =
                new PeriodicCheck(
                        surroundings.rescanPeriod(),
                        () -> followAddresses(surroundings.addresses()));
        silenceCheck =
                new PeriodicCheck(
                        SILENCE_CHECK_PERIOD,
                        new SilentClientCheck(
                                habits,
                                surroundings.sockets(),
                                client -> endpoints.isHere(client.getAddress()),
                                clocks,
                                events));
        threads =
                List.of(
                        EchoThreads.daemon(loop, "echo-server"),
                        EchoThreads.daemon(silenceCheck, "echo-silences"),
                        EchoThreads.daemon(addressCheck, "echo-addresses"));
    }

    /**
     * Opens the sockets and starts the server's threads.
     *
     * @param sink takes every event, one at a time, on the server's threads; it must return quickly
     * @throws PortInUseException when another program has the port
     * @throws IOException when no address can be listened on, or there are not sockets enough for all
     */
    public static EchoServer start(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException {
        return start(
                plan,
                sink,
                new EchoEnvironment(
                        LocalAddressSource::ofThisMachine,
                        RESCAN_PERIOD,
                        EchoClocks.SYSTEM,
                        HostsFile.ofThisMachine().ownNameAddresses(),
                        ClientSockets.ofThisMachine(),
                        answersWholeLoopback()));
    }

    /**
     * The same on this machine's loopback addresses alone: no other machine reaches it, and with port 0 no firewall has
     * a question to ask.
     *
     * @throws PortInUseException when another program has the port
     * @throws IOException when loopback cannot be listened on
     */
    public static EchoServer startOnLoopback(EchoPlan plan, Consumer<ServerEvent> sink)
            throws IOException {
        return start(
                plan,
                sink,
                new EchoEnvironment(
                        LocalAddressSource::ofLoopback, RESCAN_PERIOD, EchoClocks.SYSTEM));
    }

    static EchoServer start(EchoPlan plan, Consumer<ServerEvent> sink, EchoEnvironment surroundings)
            throws IOException {
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
    static boolean answersWholeLoopback() {
        return UdpSocketTable.ofThisMachine().isPresent();
    }

    private void followAddresses(LocalAddressSource addresses) {
        try {
            loop.follow(addresses.list());
        } catch (IOException e) {
            // Interfaces changed while they were listed, for instance: what is open stays open
            // until the next check.
            return;
        }
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
    public void limit(RateLimitSettings limits) {
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
        addressCheck.stop();
        silenceCheck.stop();
        loop.stop();
        if (!events.isTelling()) {
            threads.forEach(EchoThreads::join);
        }
    }
}
