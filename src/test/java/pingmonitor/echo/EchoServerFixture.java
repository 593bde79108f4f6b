package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;

/** Servers on the loopback addresses that a test names. */
abstract class EchoServerFixture {
    static final long SEED = 42;
    static final Duration NEVER = Duration.ofDays(1);
    static final Impairments PERFECT = Preset.PERFECT.impairments();

    final Recorder events = new Recorder();
    final ServerLedger ledger = new ServerLedger();

    EchoServer start(Impairments impairments) throws IOException {
        return EchoServer.start(plan(0, impairments), this::take, at(List.of(Loopback.FIRST)));
    }

    EchoServer start(List<InetAddress> addresses) throws IOException {
        return EchoServer.start(plan(0, PERFECT), this::take, at(addresses));
    }

    void take(ServerEvent event) {
        ledger.apply(event);
        events.accept(event);
    }

    /** Datagrams come in order, and nothing delays the answer to a question about them. */
    static void awaitTakenIn(TestClient client) throws IOException {
        client.askAboutPings();
    }

    static EchoPlan plan(int port, Impairments impairments) {
        return new EchoPlan(port, impairments, SEED, RateLimitSettings.DEFAULT);
    }

    static EchoEnvironment at(List<InetAddress> addresses) {
        return new EchoEnvironment(() -> addresses, NEVER, EchoClocks.SYSTEM);
    }

    static Impairments delayed(int millis) {
        return new Impairments(
                0, new Delay(Duration.ofMillis(millis), Delay.Spread.CONSTANT), 0, 0);
    }

    static Set<Thread> serverThreads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().startsWith("echo-"));
        return threads;
    }
}
