package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Clients that ask a scripted router over real sockets. */
@Timeout(60)
abstract class RouterClientFixture {
    static final RouterClient.Ask REQUEST =
            new RouterClient.Ask(12_000, 40_000, Duration.ofMinutes(10), false);

    static final RouterClient.Ask RENEWAL =
            new RouterClient.Ask(12_000, 40_000, Duration.ofMinutes(10), true);

    static final int SHORT_MILLIS = 700;
    static final int LONG_MILLIS = 10_000;

    ScriptedRouter router;

    @BeforeEach
    void open() throws IOException {
        router = new ScriptedRouter();
    }

    @AfterEach
    void close() throws IOException {
        router.close();
    }

    IgdClient upnp() {
        return new IgdClient(router.gateway(), router.ports());
    }

    Mapping mapping(Protocol protocol) {
        return new Mapping(
                protocol,
                router.gateway(),
                Optional.empty(),
                40_000,
                12_000,
                Optional.of(Duration.ofMinutes(10)),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    static RouterClient.Grant granted(RouterClient.Answer answer) {
        return assertInstanceOf(RouterClient.Grant.class, answer);
    }

    static MappingRefusal denied(RouterClient.Answer answer) {
        return assertInstanceOf(RouterClient.Denial.class, answer).refusal();
    }

    /** A deadline that a slow machine reaches, too. */
    static Deadline soon() {
        return in(2 * LONG_MILLIS);
    }

    /** A deadline for a request that only the deadline ends. */
    static Deadline shortly() {
        return in(SHORT_MILLIS);
    }

    static Deadline in(int millis) {
        return Deadline.in(System::nanoTime, TimeUnit.MILLISECONDS.toNanos(millis), () -> false);
    }

    /** A short deadline whose clock stands still until something has happened. */
    static Deadline shortlyAfter(CountDownLatch happened) {
        AtomicReference<Optional<Long>> began = new AtomicReference<>(Optional.empty());
        LongSupplier clock =
                () -> {
                    if (happened.getCount() > 0) {
                        return 0;
                    }
                    long since =
                            began.updateAndGet(at -> at.or(() -> Optional.of(System.nanoTime())))
                                    .orElseThrow();
                    return System.nanoTime() - since;
                };
        return Deadline.in(clock, TimeUnit.MILLISECONDS.toNanos(SHORT_MILLIS), () -> false);
    }
}
