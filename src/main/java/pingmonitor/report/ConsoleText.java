package pingmonitor.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.input.DurationText;
import pingmonitor.session.SessionView;
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
    public List<String> lines(SessionView session, PingEvent event) {
        return event.accept(new Lines(session));
    }

    /** The block printed when the run is over, or at any moment for the figures so far. */
    public List<String> summary(SessionView session) {
        return summaries.lines(session);
    }

    /** The whole console of a run as one text with line ends. */
    public String whole(SessionView session) {
        StringBuilder text = new StringBuilder();
        try {
            write(session, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes the whole console of a run, each line ended by LF; of a run that goes on, with the figures so far. */
    public void write(SessionView session, Appendable out) throws IOException {
        boolean over = false;
        long size = session.journalSize();
        for (long from = 0; from < size; from += PORTION) {
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

    private List<String> leftOut(SessionView session) {
        long count = session.leftOutOfJournal();
        return count == 0
                ? List.of()
                : List.of(messages.text("console.leftOut", Long.toString(count)));
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

    /** Each event in words. */
    private final class Lines implements PingEvent.Visitor<List<String>> {
        private final SessionView session;

        Lines(SessionView session) {
            this.session = session;
        }

        @Override
        public List<String> started(PingEvent.Started event) {
            return List.of(head(session.plan(), event));
        }

        @Override
        public List<String> sent(PingEvent.Sent event) {
            return List.of();
        }

        @Override
        public List<String> replied(PingEvent.Replied event) {
            return List.of(reply(event));
        }

        @Override
        public List<String> timedOut(PingEvent.TimedOut event) {
            return line("console.timedOut");
        }

        @Override
        public List<String> late(PingEvent.Late event) {
            return line("console.late", number(event), FigureText.seconds(event.rttNanos()));
        }

        @Override
        public List<String> duplicate(PingEvent.Duplicate event) {
            return line("console.duplicate", number(event), FigureText.seconds(event.rttNanos()));
        }

        @Override
        public List<String> unreachable(PingEvent.Unreachable event) {
            PingPlan plan = session.plan();
            return event.refusal() == PingEvent.Refusal.PORT
                    ? line(
                            "console.unreachable",
                            number(event),
                            Integer.toString(plan.port()),
                            plan.host())
                    : line("console.unreachable.host", number(event), plan.host());
        }

        @Override
        public List<String> sendFailed(PingEvent.SendFailed event) {
            return line("console.sendFailed", number(event), problems.of(event.problem()));
        }

        @Override
        public List<String> cancelled(PingEvent.Cancelled event) {
            return line("console.cancelled", number(event));
        }

        @Override
        public List<String> missed(PingEvent.Missed event) {
            return line(
                    "console.missed",
                    Long.toString(event.beforeSequence()),
                    Long.toString(event.slots()),
                    event.slots());
        }

        @Override
        public List<String> stalled(PingEvent.Stalled event) {
            return line("console.stalled", FigureText.roughSeconds(event.leastNanos()));
        }

        @Override
        public List<String> heldUp(PingEvent.HeldUp event) {
            return List.of();
        }

        @Override
        public List<String> verdict(PingEvent.Verdict event) {
            return List.of();
        }

        @Override
        public List<String> mappedAddress(PingEvent.MappedAddress event) {
            return List.of(sightings.text(session, event));
        }

        @Override
        public List<String> receiveFailed(PingEvent.ReceiveFailed event) {
            return line("console.receiveFailed", problems.of(event.problem()));
        }

        @Override
        public List<String> foreign(PingEvent.Foreign event) {
            Reply datagram = event.datagram();
            return line("console.foreign", FigureText.endpoint(datagram.from()), shown(datagram));
        }

        @Override
        public List<String> failed(PingEvent.Failed event) {
            return List.of(problems.of(event.problem()));
        }

        @Override
        public List<String> finished(PingEvent.Finished event) {
            return session.rowCount() == 0 ? List.of() : withEmptyLine(summary(session));
        }

        private List<String> line(String key, Object... arguments) {
            return List.of(messages.text(key, arguments));
        }

        private static String number(PingEvent.OfPing event) {
            return Long.toString(event.sequence());
        }
    }
}
