package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal may be slow, stuck or gone; the run must not feel it. */
@Timeout(60)
class LinePrinterTest {
    private final AtomicInteger gone = new AtomicInteger();

    /** In a heap of 32 MiB nothing that waits may take all of it. */
    @Test
    void fewerLinesWaitInASmallHeap() {
        assertEquals(32_768, LinePrinter.mostWaiting(32 << 20));
        assertEquals(100_000, LinePrinter.mostWaiting(1 << 30));
    }

    @Test
    void aStuckTerminalNeverHoldsUpWhoeverPrints() throws Exception {
        Stuck terminal = new Stuck();
        LinePrinter printer = printer(terminal, 5);
        printer.print(() -> List.of("first"));
        assertTrue(terminal.reached.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 12; i++) {
            String line = "line " + i;
            printer.print(() -> List.of(line));
        }
        terminal.free.countDown();
        printer.close();

        assertEquals(
                List.of("first", "line 0", "line 1", "line 2", "line 3", "line 4", "left out 7"),
                terminal.written.toString(StandardCharsets.UTF_8).lines().toList());
        assertEquals(0, gone.get());
    }

    /** The summary of a run whose lines nobody read for long. */
    @Test
    void theLastLinesAreAlwaysPrinted() throws Exception {
        Stuck terminal = new Stuck();
        LinePrinter printer = printer(terminal, 1);
        printer.print(() -> List.of("first"));
        assertTrue(terminal.reached.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 7; i++) {
            printer.print(() -> List.of("line"));
        }
        Thread run = new Thread(() -> printer.printLast(() -> List.of("summary")));
        run.start();
        terminal.free.countDown();
        run.join();
        printer.close();

        assertEquals(
                List.of("first", "line", "left out 6", "summary"),
                terminal.written.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void aLineIsPrintedBeforeTheNextOneIsKnown() throws Exception {
        CountDownLatch flushed = new CountDownLatch(1);
        OutputStream terminal =
                new ByteArrayOutputStream() {
                    @Override
                    public void flush() {
                        if (size() > 0) {
                            flushed.countDown();
                        }
                    }
                };
        try (LinePrinter printer = printer(terminal, 5)) {
            printer.print(() -> List.of("only"));
            assertTrue(flushed.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aClosedOutputIsReportedOnce() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        OutputStream closed =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        LinePrinter printer =
                new LinePrinter(
                        terminal(closed),
                        false,
                        () -> {
                            gone.incrementAndGet();
                            told.countDown();
                        },
                        count -> "",
                        5);
        printer.print(() -> List.of("nobody reads this"));
        assertTrue(told.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 100; i++) {
            printer.print(() -> List.of("nor this"));
        }
        printer.close();

        assertEquals(1, gone.get());
    }

    /** As without memory for one more line. */
    @Test
    void anErrorIsThrownWhenThePrinterIsClosed() {
        LinePrinter printer = printer(new ByteArrayOutputStream(), 5);
        for (int i = 0; i < 20; i++) {
            printer.print(
                    () -> {
                        throw new OutOfMemoryError("of a test");
                    });
        }

        assertThrows(OutOfMemoryError.class, printer::close);
        assertEquals(1, gone.get());
    }

    @Test
    void aFaultInALinesTextIsNotSwallowed() {
        LinePrinter printer = printer(new ByteArrayOutputStream(), 5);
        for (int i = 0; i < 20; i++) {
            printer.print(
                    () -> {
                        throw new IllegalStateException("no words");
                    });
        }

        assertThrows(IllegalStateException.class, printer::close);
        assertEquals(1, gone.get());
    }

    private static Terminal terminal(OutputStream to) {
        PrintStream out = new PrintStream(to, false, StandardCharsets.UTF_8);
        return new Terminal(out, out, Locale.ENGLISH);
    }

    private LinePrinter printer(OutputStream terminal, int mostWaiting) {
        return new LinePrinter(
                terminal(terminal),
                false,
                gone::incrementAndGet,
                count -> "left out " + count,
                mostWaiting);
    }

    /** Takes nothing until it is freed. */
    private static final class Stuck extends OutputStream {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch free = new CountDownLatch(1);
        final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            reached.countDown();
            try {
                if (!free.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("never freed");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            written.write(b);
        }
    }
}
