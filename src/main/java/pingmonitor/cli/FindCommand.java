package pingmonitor.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.discovery.SearchResult;

/** {@code find}: the servers that announce themselves in the local network, as they are found. */
final class FindCommand {
    static final int FOUND = 0;
    static final int NONE = 1;

    private final Terminal terminal;
    private final EngineFactories engines;
    private final Ending ending;

    FindCommand(Terminal terminal, EngineFactories engines, Ending ending) {
        this.terminal = terminal;
        this.engines = engines;
        this.ending = ending;
    }

    /** Looks for so long, or until it is stopped; 0 when a server is there at the end, 1 when there is none. */
    int run(Duration time, boolean json) {
        ending.codeWillBe(NONE);
        CountDownLatch stopped = new CountDownLatch(1);
        ending.onStop(stopped::countDown);
        FindLines lines = json ? new FindJson() : new FindText(time, terminal.locale());
        AtomicReference<SearchResult> last = new AtomicReference<>(SearchResult.BEGINNING);
        try (LinePrinter printer = LinePrinter.of(terminal, stopped::countDown, json)) {
            printer.print(lines::head);
            Consumer<SearchResult> told =
                    finding -> {
                        SearchResult before = last.getAndSet(finding);
                        ending.codeWillBe(code(finding));
                        FindChange.between(before.servers(), finding.servers())
                                .forEach(change -> printer.print(() -> lines.of(change)));
                    };
            BackgroundActivity search = engines.searches().start(told);
            await(stopped, time);
            search.close();
            printer.print(() -> lines.summary(last.get()));
        }
        return code(last.get());
    }

    private static int code(SearchResult finding) {
        return finding.servers().isEmpty() ? NONE : FOUND;
    }

    private static void await(CountDownLatch stopped, Duration most) {
        try {
            stopped.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
