package pingmonitor.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One command with captured streams. */
final class CliRun implements Ending {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final int code;
    private final boolean stopAtOnce;
    private volatile int codeToBe = -1;

    private CliRun(FakeEngines engines, Locale locale, boolean stopAtOnce, String... args) {
        this.stopAtOnce = stopAtOnce;
        Terminal terminal =
                new Terminal(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        locale);
        this.code = new Cli(terminal, engines, this).run(args);
    }

    static CliRun of(FakeEngines engines, String... args) {
        return new CliRun(engines, Locale.ENGLISH, false, args);
    }

    static CliRun inPortuguese(FakeEngines engines, String... args) {
        return new CliRun(engines, Locale.forLanguageTag("pt-BR"), false, args);
    }

    /** As if Ctrl+C was pressed at the beginning. */
    static CliRun stopped(FakeEngines engines, String... args) {
        return new CliRun(engines, Locale.ENGLISH, true, args);
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
