package pingmonitor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.session.Outage;
import pingmonitor.text.Messages;

/** The report in a few plain sentences, for a teacher or a provider, and the words for its causes. */
public final class VerdictText {
    private static final int MAX_HOST_CHARACTERS = 120;

    private final Messages messages;
    private final ReportNumbers numbers;
    private final RoundedLengthText lengths;
    private final LocalTimeText times;

    /** With the figures as the language writes them. */
    public VerdictText(Locale locale, LocalTimeText times) {
        this(locale, times, new ReportNumbers(locale));
    }

    VerdictText(Locale locale, LocalTimeText times, ReportNumbers numbers) {
        this.messages = Messages.beside(VerdictText.class, locale);
        this.numbers = numbers;
        this.lengths = new RoundedLengthText(numbers);
        this.times = times;
    }

    /** The sentences, the most important first. */
    public List<String> sentences(RunReport report) {
        List<String> sentences = new ArrayList<>();
        sentences.add(sent(report));
        if (report.figures().settled() > 0) {
            sentences.add(outages(report));
        }
        report.figures()
                .rtts()
                .ifPresent(
                        rtts ->
                                sentences.add(
                                        messages.text(
                                                "report.verdict.rtt",
                                                numbers.millis(rtts.medianNanos()),
                                                numbers.millis(rtts.p99Nanos()))));
        if (!report.standstills().isEmpty()) {
            sentences.add(
                    messages.text(
                            "report.verdict.standstill",
                            numbers.count(report.standstills().size()),
                            report.standstills().size(),
                            lengths.of(report.standstillNanos())));
        }
        if (report.outcome().isEmpty() && report.period().whole()) {
            sentences.add(messages.text("report.verdict.noEnd", times.full(report.period().end())));
        }
        if (report.label().isDamaged()) {
            sentences.add(messages.text("report.verdict.damaged"));
        }
        return sentences;
    }

    private String sent(RunReport report) {
        ReportPeriod period = report.period();
        ReportFigures figures = report.figures();
        return messages.text(
                "report.verdict.sent",
                times.full(period.start()),
                times.onSameDay(period.start(), period.end())
                        ? times.clock(period.end())
                        : times.full(period.end()),
                numbers.count(figures.sent()),
                figures.sent(),
                FigureText.endpoint(
                        HarmlessText.of(report.plan().host(), MAX_HOST_CHARACTERS),
                        report.plan().port()),
                figures.lossInterval()
                        .map(interval -> loss(figures, interval))
                        .orElseGet(() -> messages.text("report.verdict.nothing")));
    }

    private String loss(ReportFigures figures, ConfidenceInterval interval) {
        ReportNumbers.Range range = numbers.range(interval);
        return figures.lost() == 0
                ? messages.text("report.verdict.noLoss", range.high())
                : messages.text(
                        "report.verdict.loss",
                        numbers.percent(figures.loss().orElseThrow(), interval),
                        range.low(),
                        range.high());
    }

    private String outages(RunReport report) {
        List<Outage> outages = report.outages();
        String losses = Integer.toString(report.outageLosses());
        if (outages.isEmpty()) {
            return messages.text("report.verdict.noOutage", losses);
        }
        long longest = outages.stream().mapToLong(report::lengthNanos).max().orElse(0);
        return messages.text(
                "report.verdict.outages",
                numbers.count(outages.size()),
                outages.size(),
                lengths.of(longest),
                numbers.percent(report.up().orElse(0)));
    }

    /** What is known of why an outage was, as a sentence without its full stop. */
    public String cause(Outage outage) {
        return switch (outage.cause()) {
            case UNKNOWN -> messages.text("report.cause.unknown");
            case FORWARD_PATH -> messages.text("report.cause.forwardPath");
            case RETURN_PATH -> messages.text("report.cause.returnPath");
            case SERVER -> messages.text("report.cause.server");
            case PORT_REFUSED -> messages.text("report.cause.portRefused");
            case HOST_UNREACHABLE -> messages.text("report.cause.hostUnreachable");
            case OFFLINE -> messages.text("report.cause.offline");
            case MIXED -> messages.text("report.cause.mixed");
        };
    }
}
