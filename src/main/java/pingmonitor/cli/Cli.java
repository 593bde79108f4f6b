package pingmonitor.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import pingmonitor.selftest.SelfTestWindow;
import pingmonitor.text.Messages;
import pingmonitor.version.ProgramVersion;
import pingmonitor.wire.DisplayText;

/** The program in a terminal: {@code ping}, {@code serve}, {@code find}, {@code self-test}, {@code --help} and {@code --version}. */
public final class Cli {
    /** As ping(8) has it: wrong use, or any error. */
    static final int ERROR = 2;

    private static final int LONGEST_CHAIN = 20;
    private static final Logger LOG = System.getLogger(Cli.class.getName());

    private final Terminal terminal;
    private final EngineFactories engines;
    private final Ending ending;
    private final SelfTestWindow window;
    private final Messages messages;

    Cli(Terminal terminal, EngineFactories engines, Ending ending, SelfTestWindow window) {
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
        WatchedOutput output = WatchedOutput.standard();
        PrintStream out =
                new PrintStream(new BufferedOutputStream(output), false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        ProcessEnding ending = new ProcessEnding();
        ending.install();
        Terminal terminal = new Terminal(out, err, Locale.getDefault(Locale.Category.DISPLAY));
        Cli cli = new Cli(terminal, EngineFactories.ofThisMachine(), ending, window);
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
            return command(new Grammar(messages).parse(args));
        } catch (CommandFailedException e) {
            complain(e.getMessage());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // Without any file handle left, the JDK cannot even load what it needs for a socket.
            LOG.log(Logger.Level.DEBUG, "command failed", e);
            complain(messages.text("error.unexpected", root(e).toString()));
        }
        return ERROR;
    }

    private int command(Grammar.Parsed parsed) {
        if (parsed.helpAsked()) {
            terminal.out().print(parsed.help());
            terminal.out().flush();
            return 0;
        } else if (parsed.versionAsked()) {
            ProgramVersion.lines(terminal.locale()).forEach(terminal.out()::println);
            terminal.out().flush();
            return 0;
        }
        return switch (parsed.command()) {
            case PING -> ping(parsed);
            case SERVE -> serve(parsed);
            case FIND ->
                    new FindCommand(terminal, engines, ending)
                            .run(
                                    new FindArguments(parsed, terminal.locale()).time(),
                                    parsed.has(Grammar.JSON));
            case SELF_TEST -> selfTest(parsed.has(Grammar.WINDOW), parsed.has(Grammar.JSON));
        };
    }

    private int ping(Grammar.Parsed parsed) {
        PingArguments arguments = new PingArguments(parsed, terminal.locale());
        return new PingCommand(terminal, engines, ending)
                .run(arguments.plan(), arguments.known(), parsed.has(Grammar.JSON));
    }

    private int serve(Grammar.Parsed parsed) {
        ServeArguments arguments = new ServeArguments(parsed, terminal.locale());
        return new ServeCommand(terminal, engines, ending)
                .run(
                        arguments.plan(),
                        arguments.announcing(),
                        arguments.mapping(),
                        parsed.has(Grammar.JSON));
    }

    private int selfTest(boolean inWindow, boolean json) {
        return inWindow
                ? new SelfTestInWindow(terminal, window, ending, SelfTestInWindow.LIMIT).run(json)
                : new SelfTestCommand(terminal, engines, ending).run(json);
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        for (int i = 0; i < LONGEST_CHAIN && root.getCause() != null; i++) {
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
