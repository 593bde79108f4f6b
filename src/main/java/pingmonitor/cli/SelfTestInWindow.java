package pingmonitor.cli;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pingmonitor.selftest.SelfTestVerdict;
import pingmonitor.selftest.SelfTestWindow;
import pingmonitor.text.Messages;

/** {@code self-test --window}: waits for the window's verdict, but not for ever. */
final class SelfTestInWindow {
    /** The test takes some six seconds; the rest is for slow machines. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Logger LOG = System.getLogger(SelfTestInWindow.class.getName());

    private final Terminal terminal;
    private final SelfTestWindow window;
    private final Ending ending;
    private final Duration limit;
    private final Messages messages;

    SelfTestInWindow(Terminal terminal, SelfTestWindow window, Ending ending, Duration limit) {
        this.terminal = terminal;
        this.window = window;
        this.ending = ending;
        this.limit = limit;
        this.messages = Messages.beside(SelfTestInWindow.class, terminal.locale());
    }

    /** Runs to the end; 0 when the window passed, 1 when it did not or did not even open. */
    int run(boolean json) {
        ending.codeWillBe(SelfTestCommand.FAILED);
        CompletableFuture<SelfTestVerdict> verdict = open();
        ending.onStop(() -> verdict.cancel(false));
        try {
            return SelfTestCommand.tell(
                    verdict.get(limit.toNanos(), TimeUnit.NANOSECONDS), json, terminal, ending);
        } catch (TimeoutException e) {
            return failed(
                    messages.text("error.selfTest.tooLong", Long.toString(limit.toSeconds())));
        } catch (ExecutionException e) {
            LOG.log(Logger.Level.DEBUG, "the window failed", e);
            return failed(messages.text("error.selfTest.window", reason(e.getCause())));
        } catch (CancellationException e) {
            return failed(messages.text("error.selfTest.stopped"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(messages.text("error.selfTest.stopped"));
        }
    }

    /** A package that lacks a part of the window is what this is to find. */
    private CompletableFuture<SelfTestVerdict> open() {
        try {
            return window.open();
        } catch (LinkageError | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Of an error of the machine only its kind says what the message is about. */
    private static String reason(Throwable cause) {
        Optional<String> message =
                Optional.ofNullable(cause.getMessage()).filter(text -> !(cause instanceof Error));
        return message.orElse(cause.toString()).lines().findFirst().orElse("");
    }

    private int failed(String line) {
        terminal.err().println(line);
        return SelfTestCommand.FAILED;
    }
}
