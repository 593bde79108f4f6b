package pingmonitor.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.ping.input.DurationText;
import pingmonitor.report.FigureText;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;

/** The server's lines for people: one a datagram with its fate, a head and a summary. */
final class ServerText {
    private final EchoPlan plan;
    private final Messages messages;
    private final DateTimeFormatter time;

    ServerText(EchoPlan plan, Locale locale) {
        this(plan, locale, ZoneId.systemDefault());
    }

    ServerText(EchoPlan plan, Locale locale, ZoneId zone) {
        this.plan = plan;
        this.messages = Messages.beside(ServerText.class, locale);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").withZone(zone);
    }

    /**
     * @param ledger what happened so far, for the summary
     */
    List<String> lines(ServerLedger ledger, ServerEvent event) {
        return event.fold(
                this::head,
                stopped -> summary(ledger.snapshot()),
                datagram -> List.of(datagram(datagram)),
                hint ->
                        List.of(
                                messages.text(
                                        "serve.line.noText",
                                        time(hint.at()),
                                        FigureText.endpoint(hint.client()),
                                        hint(hint))));
    }

    private List<String> head(ServerEvent.Listening listening) {
        String port = Integer.toString(listening.port());
        String addresses =
                listening.addresses().stream()
                        .map(AddressText::of)
                        .collect(Collectors.joining(", "));
        return List.of(
                messages.text("serve.listening", port, addresses),
                messages.text("serve.plan", impairments(), Long.toString(plan.seed())));
    }

    private String impairments() {
        Impairments impairments = plan.impairments();
        List<String> parts = new ArrayList<>();
        parts.add(messages.text("serve.loss", FigureText.percent(impairments.loss())));
        Delay delay = impairments.delay();
        if (!delay.mean().isZero()) {
            parts.add(
                    switch (delay.spread()) {
                        case CONSTANT ->
                                messages.text("serve.delay", DurationText.format(delay.mean()));
                        case UNIFORM ->
                                messages.text(
                                        "serve.delay.uniform",
                                        DurationText.format(delay.mean().multipliedBy(2)));
                    });
        }
        if (impairments.duplicates() > 0) {
            parts.add(
                    messages.text(
                            "serve.duplicates", FigureText.percent(impairments.duplicates())));
        }
        if (impairments.reordering() > 0) {
            parts.add(messages.text("serve.reorder", FigureText.percent(impairments.reordering())));
        }
        if (impairments.replyText() == ReplyText.UNCHANGED) {
            parts.add(messages.text("serve.reply.unchanged"));
        }
        limits().ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /** The usual ones are no news. */
    private Optional<String> limits() {
        RateLimitSettings limits = plan.limits();
        if (limits.equals(RateLimitSettings.DEFAULT)) {
            return Optional.empty();
        }
        return Optional.of(
                limits.equals(RateLimitSettings.OFF)
                        ? messages.text("serve.limit.off")
                        : messages.text("serve.limit", Long.toString((long) limits.perClient())));
    }

    private String datagram(ServerEvent.OfDatagram datagram) {
        String at = time(datagram.at());
        String client = FigureText.endpoint(datagram.client());
        return datagram.text().isEmpty()
                ? messages.text("serve.line.noText", at, client, fate(datagram))
                : messages.text("serve.line", at, client, fate(datagram), datagram.text());
    }

    private String fate(ServerEvent.OfDatagram datagram) {
        return datagram.foldFate(
                this::answered,
                dropped -> messages.text("serve.dropped"),
                limited -> limit(limited.limit()),
                ignored -> reason(ignored.reason()));
    }

    private String limit(ServerEvent.Limit limit) {
        return switch (limit) {
            case CLIENT_RATE -> messages.text("serve.limited.client");
            case ADDRESS_RATE -> messages.text("serve.limited.address");
            case TOTAL_RATE -> messages.text("serve.limited.total");
            case ECHO_LOOP -> messages.text("serve.limited.loop");
        };
    }

    private String reason(ServerEvent.Reason reason) {
        return switch (reason) {
            case SYSTEM_PORT -> messages.text("serve.ignored.systemPort");
            case OWN_PORT -> messages.text("serve.ignored.ownPort");
            case SEND_FAILED -> messages.text("serve.ignored.sendFailed");
            case STOPPED -> messages.text("serve.ignored.stopped");
        };
    }

    private String hint(ServerEvent.Hint hint) {
        return hint.foldHint(
                silent -> messages.text("serve.hint.silent"),
                soon -> {
                    String gap = DurationText.format(soon.gap().truncatedTo(ChronoUnit.MICROS));
                    return switch (soon.stray()) {
                        case COPY -> messages.text("serve.hint.copy", gap);
                        case LATE_REPLY -> messages.text("serve.hint.late", gap);
                    };
                });
    }

    private String answered(ServerEvent.Answered answered) {
        List<String> parts = new ArrayList<>();
        // To the microsecond; what is drawn has more digits than anybody reads.
        Duration delay = answered.delay().truncatedTo(ChronoUnit.MICROS);
        parts.add(
                delay.isZero()
                        ? messages.text("serve.answered")
                        : messages.text("serve.answered.after", DurationText.format(delay)));
        if (answered.copies() > 1) {
            parts.add(messages.text("serve.answered.twice"));
        }
        if (answered.bytes() == 0) {
            parts.add(messages.text("serve.answered.empty"));
        }
        return String.join(", ", parts);
    }

    private List<String> summary(ServerLedger.Snapshot snapshot) {
        ServerLedger.Counters counters = snapshot.counters();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(messages.text("serve.summary.title", Integer.toString(plan.port())));
        lines.add(
                messages.text(
                        "serve.summary.counters",
                        Long.toString(counters.received()),
                        Long.toString(counters.answered()),
                        dropped(counters),
                        Long.toString(counters.limited()),
                        Long.toString(counters.ignored())));
        lines.add(
                messages.text(
                        "serve.summary.clients",
                        total(snapshot.clientPorts()),
                        total(snapshot.addresses())));
        return lines;
    }

    private String total(ServerLedger.Total total) {
        String count = Integer.toString(total.count());
        return total.atLeast() ? messages.text("serve.summary.atLeast", count) : count;
    }

    private static String dropped(ServerLedger.Counters counters) {
        if (counters.received() == 0) {
            return "0";
        }
        double share = (double) counters.dropped() / counters.received();
        return counters.dropped() + " (" + FigureText.percent(share) + "%)";
    }

    private String time(Instant at) {
        return time.format(at);
    }
}
