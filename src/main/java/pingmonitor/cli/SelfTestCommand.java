package pingmonitor.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.selftest.SelfTest;
import pingmonitor.selftest.SelfTestText;
import pingmonitor.selftest.SelfTestVerdict;
import pingmonitor.session.SessionView;
import pingmonitor.text.Messages;

/** {@code self-test}: pings a server of its own, out of reach of the network, and compares what both say. */
final class SelfTestCommand {
    static final int PASSED = 0;
    static final int FAILED = 1;

    private final Terminal terminal;
    private final EngineFactories engines;
    private final Ending ending;
    private final Messages messages;

    SelfTestCommand(Terminal terminal, EngineFactories engines, Ending ending) {
        this.terminal = terminal;
        this.engines = engines;
        this.ending = ending;
        this.messages = Messages.beside(SelfTestCommand.class, terminal.locale());
    }

    /** Runs to the end; 0 when both sides say the same, 1 when they do not, 2 when the test could not be made. */
    int run(boolean json) {
        ending.codeWillBe(FAILED);
        List<ServerEvent.OfDatagram> events = new CopyOnWriteArrayList<>();
        ServerLedger ledger = new ServerLedger();
        ServerControl server =
                start(
                        event -> {
                            ledger.apply(event);
                            if (event instanceof ServerEvent.OfDatagram datagram) {
                                events.add(datagram);
                            }
                        });
        SessionView session;
        try {
            session =
                    new PingCommand(terminal, engines, ending)
                            .ping(
                                    SelfTest.pings(server.port()),
                                    KnownServers.invited(),
                                    json,
                                    Examiner.NONE,
                                    RunSaving.none(),
                                    over -> {});
        } finally {
            // A reply can be here before the server has said that it sent it; now it has.
            server.close();
        }
        if (PingCommand.exitCode(session) == Cli.ERROR) {
            return Cli.ERROR;
        }
        SelfTestVerdict verdict =
                SelfTestVerdict.of(
                        events,
                        ledger.snapshot().counters(),
                        session.rows(0, session.rowCount()),
                        session.statistics());
        return tell(verdict, json, terminal, ending);
    }

    /** Prints a verdict; the exit code it means. */
    static int tell(SelfTestVerdict verdict, boolean json, Terminal terminal, Ending ending) {
        int code = verdict.passed() ? PASSED : FAILED;
        ending.codeWillBe(code);
        String words = new SelfTestText(terminal.locale()).of(verdict);
        terminal.printLine(json ? json(verdict, words) : words, json);
        terminal.out().flush();
        return code;
    }

    private static String json(SelfTestVerdict verdict, String words) {
        return JsonLines.of(
                new Line(
                        "verdict",
                        verdict.passed(),
                        verdict.answered(),
                        verdict.dropped(),
                        verdict.late(),
                        words));
    }

    private record Line(
            String event, boolean passed, long answered, long dropped, long late, String message) {}

    private ServerControl start(Consumer<ServerEvent> sink) {
        try {
            return engines.localServers().start(SelfTest.server(), sink);
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CommandFailedException(messages.text("error.selfTest.server", said));
        }
    }
}
