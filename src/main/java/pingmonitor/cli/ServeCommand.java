package pingmonitor.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.PortInUseException;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.router.ForwardingControl;
import pingmonitor.text.Messages;

/** {@code serve}: the lossy server, until it is stopped. */
final class ServeCommand {
    /** Below it, most systems want an administrator. */
    private static final int FIRST_FREE_FOR_ALL = 1_024;

    /** As long as it may take to tell the network that the server is gone, and be done before the process is. */
    private static final Duration LEAVE = Duration.ofSeconds(1);

    private final Terminal terminal;
    private final EngineFactories engines;
    private final Ending ending;
    private final Messages messages;

    ServeCommand(Terminal terminal, EngineFactories engines, Ending ending) {
        this.terminal = terminal;
        this.engines = engines;
        this.ending = ending;
        this.messages = Messages.beside(ServeCommand.class, terminal.locale());
    }

    /**
     * Serves until it is stopped; 0 then.
     *
     * @param mapping has the router forward the port meanwhile; whether it does makes no difference to the server
     */
    int run(
            EchoPlan plan,
            ServeOptions.Announcing announcing,
            Optional<MappingRequest> mapping,
            boolean json) {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        ending.onStop(stopped::countDown);
        ServerLedger ledger = new ServerLedger();
        ServerText text = new ServerText(plan, terminal.locale());
        InvitationLines invitations = new InvitationLines(terminal.locale(), json);
        LineBudget budget = new LineBudget(System.nanoTime());
        try (LinePrinter printer = LinePrinter.of(terminal, stopped::countDown, json)) {
            Consumer<ServerEvent> sink =
                    event -> {
                        ledger.apply(event);
                        if (event instanceof ServerEvent.Stopped && stopped.getCount() > 0) {
                            // Nobody asked for it: the system took the sockets away.
                            ended.set(true);
                            stopped.countDown();
                        }
                        boolean isOften = event instanceof ServerEvent.OfClient;
                        if (isOften && !budget.take(System.nanoTime())) {
                            printer.leaveOut();
                            return;
                        }
                        // By the printer: asking the system for addresses takes its time.
                        printer.print(() -> lines(plan, ledger, text, event, json));
                        if (event instanceof ServerEvent.Listening listening) {
                            printer.print(
                                    () ->
                                            invitations.of(
                                                    engines.addresses().get(), listening.port()));
                        }
                    };
            ServerControl server = start(plan, sink);
            ending.codeWillBe(0);
            RouterPort router = new RouterPort(engines, terminal.locale(), printer, json);
            Optional<ForwardingControl> forwarding =
                    mapping.map(wish -> router.forward(server.port(), wish));
            if (forwarding.isEmpty()) {
                router.removeLeftovers();
            }
            AnnouncementLines words = new AnnouncementLines(json, terminal.locale());
            BackgroundActivity announcement =
                    announcing.wanted()
                            ? engines.announcements()
                                    .start(
                                            announcing.name(),
                                            server.port(),
                                            state -> printer.print(() -> words.of(state)))
                            : BackgroundActivity.nothing();
            await(stopped);
            announcement.close();
            // Before the summary, which is the last thing said; it takes a moment.
            forwarding.ifPresent(ForwardingControl::close);
            server.close();
            announcement.awaitClosed(LEAVE);
        }
        if (ended.get()) {
            throw new CommandFailedException(messages.text("error.serve.ended"));
        }
        return 0;
    }

    private List<String> lines(
            EchoPlan plan, ServerLedger ledger, ServerText text, ServerEvent event, boolean json) {
        ServerEvent told =
                event instanceof ServerEvent.Listening
                        ? AddressOrder.bestFirst(event, engines.addresses().get())
                        : event;
        return json
                ? List.of(JsonLines.of(ServerJson.of(plan, ledger, told)))
                : text.lines(ledger, told);
    }

    private ServerControl start(EchoPlan plan, Consumer<ServerEvent> sink) {
        try {
            return engines.servers().start(plan, sink);
        } catch (PortInUseException e) {
            String port = Integer.toString(e.port());
            throw new CommandFailedException(
                    e.freePort().isPresent()
                            ? messages.text(
                                    "error.portInUse",
                                    port,
                                    Integer.toString(e.freePort().getAsInt()))
                            : messages.text("error.portInUse.noOther", port));
        } catch (IOException e) {
            String port = Integer.toString(plan.port());
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CommandFailedException(
                    plan.port() < FIRST_FREE_FOR_ALL
                            ? messages.text("error.serve.systemPort", port, said)
                            : messages.text("error.serve", port, said));
        }
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
