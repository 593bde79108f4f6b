package pingmonitor.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import pingmonitor.selftest.SelfTestVerdict;
import pingmonitor.selftest.SelfTestWindow;

/** One command with captured streams. */
final class CliRun implements Ending {
    private static final SelfTestWindow NO_WINDOW =
            () -> {
                throw new AssertionError("nobody asked for a window");
            };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final int code;
    private final boolean stopAtOnce;
    private volatile int codeToBe = -1;

    private CliRun(
            FakeEngines engines,
            SelfTestWindow window,
            Locale locale,
            boolean stopAtOnce,
            String... args) {
        this.stopAtOnce = stopAtOnce;
        Terminal terminal =
                new Terminal(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        locale);
        this.code = new Cli(terminal, engines::factories, this, window).run(args);
    }

    static CliRun of(FakeEngines engines, String... args) {
        return new CliRun(engines, NO_WINDOW, Locale.ENGLISH, false, args);
    }

    static CliRun inPortuguese(FakeEngines engines, String... args) {
        return new CliRun(engines, NO_WINDOW, Locale.forLanguageTag("pt-BR"), false, args);
    }

    /** With a window that has this verdict, or none. */
    static CliRun withWindow(CompletableFuture<SelfTestVerdict> verdict, String... args) {
        return withWindow(() -> verdict, args);
    }

    static CliRun withWindow(SelfTestWindow window, String... args) {
        return new CliRun(new FakeEngines(), window, Locale.ENGLISH, false, args);
    }

    /** As if Ctrl+C was pressed at the beginning. */
    static CliRun stopped(FakeEngines engines, String... args) {
        return new CliRun(engines, NO_WINDOW, Locale.ENGLISH, true, args);
    }

    static CliRun inPortugueseStopped(FakeEngines engines, String... args) {
        return new CliRun(engines, NO_WINDOW, Locale.forLanguageTag("pt-BR"), true, args);
    }

    static CliRun stoppedWithWindow(CompletableFuture<SelfTestVerdict> verdict, String... args) {
        return new CliRun(new FakeEngines(), () -> verdict, Locale.ENGLISH, true, args);
    }

    int code() {
        return code;
    }

    int codeToBe() {
        return codeToBe;
    }

    List<String> out() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void onStop(Runnable action) {
        if (stopAtOnce) {
            action.run();
        }
    }

    @Override
    public void codeWillBe(int willBe) {
        codeToBe = willBe;
    }
}
