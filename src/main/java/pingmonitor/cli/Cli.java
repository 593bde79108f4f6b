package pingmonitor.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import pingmonitor.selftest.SelfTestWindow;
import pingmonitor.text.Messages;
import pingmonitor.wire.DisplayText;

/**
 * The program in a terminal: {@code ping}, {@code monitor}, {@code serve}, {@code find}, {@code report}, {@code
 * self-test}, {@code --help} and {@code
 * --version}.
 */
public final class Cli {
    /** As ping(8) has it: wrong use, or any error. */
    static final int ERROR = 2;

    private static final int MAX_CAUSES = 20;

    private final Terminal terminal;
    private final Supplier<EngineFactories> engines;
    private final Ending ending;
    private final SelfTestWindow window;
    private final Messages messages;

    /**
     * @param engines not asked for when only the help is
     */
    Cli(
            Terminal terminal,
            Supplier<EngineFactories> engines,
            Ending ending,
            SelfTestWindow window) {
        this.terminal = terminal;
        this.engines = engines;
        this.ending = ending;
        this.window = window;
        this.messages = Messages.beside(Cli.class, terminal.locale());
    }

    /**
     * Runs a command and ends the process with its exit code, also on Ctrl+C and SIGTERM.
     *
     * @param window what {@code self-test --window} opens
     */
    public static void main(String[] args, SelfTestWindow window) {
        // No option is converted, and picocli reads half of java.time for its converters.
        System.setProperty("picocli.converters.excludes", "java\\..*");
        WatchedOutput output = WatchedOutput.standard();
        PrintStream out =
                new TerminalStream(
                        new BufferedOutputStream(output), false, TerminalCharset.ofOutput());
        PrintStream err =
                new TerminalStream(
                        new FileOutputStream(FileDescriptor.err), true, TerminalCharset.ofErrors());
        ProcessEnding ending = new ProcessEnding();
        ending.install();
        Terminal terminal =
                new Terminal(
                        out,
                        err,
                        Locale.getDefault(Locale.Category.DISPLAY),
                        WatchedOutput.isShown());
        Cli cli = new Cli(terminal, EngineFactories::ofThisMachine, ending, window);
        ending.exit(cli.unlessLost(output, cli.run(TypedArguments.ofThisProcess(args))));
    }

    /** The exit code of a command; an error if its output could not be written, which is said. */
    int unlessLost(WatchedOutput output, int code) {
        output.loss().ifPresent(said -> complain(messages.text("error.output", said)));
        return output.loss().isPresent() ? ERROR : code;
    }

    /** Runs a command to its end; its exit code. */
    int run(String... args) {
        try {
            return command(new CommandParser(terminal.locale(), window).parse(args));
        } catch (CommandFailedException e) {
            complain(e.getMessage());
            e.more().forEach(this::complain);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // Without any file handle left, the JDK cannot even load what it needs for a socket.
            complain(messages.text("error.unexpected", root(e).toString()));
            log(e);
        }
        return ERROR;
    }

    private int command(CommandOptions options) {
        options.help().ifPresent(terminal.out()::print);
        terminal.out().flush();
        return options.help().isPresent() ? 0 : options.run(terminal, engines.get(), ending);
    }

    /** The logger is no constant: finding it opens every jar of the class path, and all commands would wait for that. */
    private static void log(Throwable e) {
        try {
            System.getLogger(Cli.class.getName()).log(Logger.Level.DEBUG, "command failed", e);
        } catch (RuntimeException | Error noFileHandleLeft) {
            // It is said already.
        }
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    /** In one line, whatever words of the command line it quotes. */
    private void complain(String what) {
        ByteBuffer said = StandardCharsets.UTF_8.encode(what);
        terminal.err().println(DisplayText.of(said));
    }
}
