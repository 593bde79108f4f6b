package pingmonitor.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.ping.DurationText;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.session.Session;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;

/**
 * What the lab asks to print: for each ping the server's reply with the RTT in seconds, or "Request timed out", and at
 * the end a summary in the manner of ping(8). Used by the window's console and by the terminal alike.
 */
public final class ConsoleText {
    /** Entries of the journal worked on at a time, so that a long run is never copied as a whole. */
    private static final int PORTION = 1_000;

    private final Messages messages;
    private final ProblemText problems;
    private final SummaryText summaries;
    private final MappedAddressText sightings;
    private final MatchText matches;

    /** Words in the language of the locale; figures always with a decimal point. */
    public ConsoleText(Locale locale) {
        this.messages = Messages.beside(ConsoleText.class, locale);
        this.problems = new ProblemText(locale);
        this.summaries = new SummaryText(messages);
        this.sightings = new MappedAddressText(locale);
        this.matches = new MatchText(messages);
    }

    /**
     * The lines an event prints, usually one, often none. {@link PingEvent.Finished} prints the summary, after an empty
     * line, unless the run failed before its first ping.
     */
    public List<String> lines(Session session, PingEvent event) {
        if (event instanceof PingEvent.Finished) {
            return session.rowCount() == 0 ? List.of() : withEmptyLine(summary(session));
        }
        return line(session, event).map(List::of).orElse(List.of());
    }

    /** The block printed when the run is over, or at any moment for the figures so far. */
    public List<String> summary(Session session) {
        return summaries.lines(session);
    }

    /** The whole console of a run as one text with line ends. */
    public String whole(Session session) {
        StringBuilder text = new StringBuilder();
        try {
            write(session, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes the whole console of a run, each line ended by LF; of a run that goes on, with the figures so far. */
    public void write(Session session, Appendable out) throws IOException {
        boolean over = false;
        int size = session.journalSize();
        for (int from = 0; from < size; from += PORTION) {
            for (PingEvent event : session.journal(from, Math.min(size, from + PORTION))) {
                over = event instanceof PingEvent.Finished;
                if (over) {
                    append(leftOut(session), out);
                }
                append(lines(session, event), out);
            }
        }
        if (!over && session.rowCount() > 0) {
            append(leftOut(session), out);
            append(withEmptyLine(summary(session)), out);
        }
    }

    private List<String> leftOut(Session session) {
        long count = session.leftOutOfJournal();
        return count == 0
                ? List.of()
                : List.of(messages.text("console.leftOut", Long.toString(count)));
    }

    private Optional<String> line(Session session, PingEvent event) {
        if (event instanceof PingEvent.Started started) {
            return Optional.of(head(session.plan(), started));
        } else if (event instanceof PingEvent.Replied replied) {
            return Optional.of(reply(replied));
        } else if (event instanceof PingEvent.TimedOut) {
            return Optional.of(messages.text("console.timedOut"));
        } else if (event instanceof PingEvent.Late late) {
            return Optional.of(
                    messages.text(
                            "console.late",
                            Long.toString(late.sequence()),
                            FigureText.seconds(late.rttNanos())));
        } else if (event instanceof PingEvent.Duplicate duplicate) {
            return Optional.of(
                    messages.text(
                            "console.duplicate",
                            Long.toString(duplicate.sequence()),
                            FigureText.seconds(duplicate.rttNanos())));
        } else if (event instanceof PingEvent.Unreachable unreachable) {
            return Optional.of(unreachable(session.plan(), unreachable));
        } else if (event instanceof PingEvent.SendFailed failed) {
            return Optional.of(
                    messages.text(
                            "console.sendFailed",
                            Long.toString(failed.sequence()),
                            problems.of(failed.problem())));
        } else if (event instanceof PingEvent.Cancelled cancelled) {
            return Optional.of(
                    messages.text("console.cancelled", Long.toString(cancelled.sequence())));
        } else if (event instanceof PingEvent.Foreign foreign) {
            return Optional.of(
                    messages.text(
                            "console.foreign",
                            FigureText.endpoint(foreign.datagram().from()),
                            shown(foreign.datagram())));
        } else if (event instanceof PingEvent.Failed failed) {
            return Optional.of(problems.of(failed.problem()));
        } else {
            return ofMachine(session, event);
        }
    }

    /** What is about this machine and no ping. */
    private Optional<String> ofMachine(Session session, PingEvent event) {
        if (event instanceof PingEvent.Missed missed) {
            return Optional.of(
                    messages.text(
                            "console.missed",
                            Long.toString(missed.beforeSequence()),
                            Long.toString(missed.slots()),
                            missed.slots()));
        } else if (event instanceof PingEvent.Stalled stalled) {
            return Optional.of(
                    messages.text(
                            "console.stalled", FigureText.roughSeconds(stalled.leastNanos())));
        } else if (event instanceof PingEvent.ReceiveFailed failed) {
            return Optional.of(
                    messages.text("console.receiveFailed", problems.of(failed.problem())));
        } else if (event instanceof PingEvent.SeenAs seen) {
            return Optional.of(sightings.text(session, seen));
        }
        return Optional.empty();
    }

    private String unreachable(PingPlan plan, PingEvent.Unreachable event) {
        String sequence = Long.toString(event.sequence());
        return event.refusal() == PingEvent.Refusal.PORT
                ? messages.text(
                        "console.unreachable", sequence, Integer.toString(plan.port()), plan.host())
                : messages.text("console.unreachable.host", sequence, plan.host());
    }

    private String head(PingPlan plan, PingEvent.Started started) {
        String address = AddressText.of(started.remote().getAddress());
        String port = Integer.toString(plan.port());
        String timeout = DurationText.format(plan.timeout());
        String pacing = pacing(plan.pacing());
        return plan.untilStopped()
                ? messages.text(
                        "console.head.untilStopped", plan.host(), address, port, timeout, pacing)
                : messages.text(
                        "console.head.count",
                        plan.host(),
                        address,
                        port,
                        Long.toString(plan.count()),
                        plan.count(),
                        timeout,
                        pacing);
    }

    private String pacing(Pacing pacing) {
        return pacing instanceof Pacing.FixedRate fixedRate
                ? messages.text("console.head.interval", DurationText.format(fixedRate.interval()))
                : messages.text(
                        "console.head.pause",
                        DurationText.format(((Pacing.StopAndWait) pacing).pause()));
    }

    private String reply(PingEvent.Replied replied) {
        String text = shown(replied.reply());
        String seconds = FigureText.seconds(replied.rttNanos());
        return replied.reply().verified()
                ? messages.text("console.reply", text, seconds)
                : messages.text(
                        "console.reply.unverified",
                        text,
                        seconds,
                        matches.of(replied.reply().match()));
    }

    private String shown(Reply reply) {
        return reply.text().isBlank() ? messages.text("console.reply.noText") : reply.text();
    }

    private static List<String> withEmptyLine(List<String> block) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(block);
        return lines;
    }

    private static void append(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }
}
