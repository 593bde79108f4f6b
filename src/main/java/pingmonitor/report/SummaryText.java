package pingmonitor.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingmonitor.session.ConfidenceInterval;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;
import pingmonitor.text.Messages;

/** The summary block in the manner of ping(8). Undefined figures are left out. */
final class SummaryText {
    private static final int MAX_DECIMALS = 9;

    private final Messages messages;
    private final LossLocationText places;

    SummaryText(Messages messages) {
        this.messages = messages;
        this.places = new LossLocationText(messages);
    }

    List<String> lines(SessionView session) {
        Statistics figures = session.statistics();
        List<String> lines = new ArrayList<>();
        lines.add(
                messages.text(
                        "console.summary.title",
                        FigureText.endpoint(session.plan().host(), session.plan().port())));
        lines.add(packets(session, figures));
        addJoined(lines, others(figures));
        rtt(figures).ifPresent(lines::add);
        addJoined(lines, variation(figures));
        interval(figures).ifPresent(lines::add);
        lines.addAll(places.lines(session));
        return lines;
    }

    private String packets(SessionView session, Statistics figures) {
        List<String> parts = new ArrayList<>();
        parts.add(
                messages.text(
                        "console.summary.packets",
                        Long.toString(figures.sent()),
                        Long.toString(figures.received())));
        figures.loss()
                .ifPresent(
                        loss ->
                                parts.add(
                                        messages.text(
                                                "console.summary.loss", FigureText.percent(loss))));
        elapsedMillis(session)
                .ifPresent(
                        millis ->
                                parts.add(
                                        messages.text(
                                                "console.summary.time", Long.toString(millis))));
        return String.join(", ", parts);
    }

    private static Optional<Long> elapsedMillis(SessionView session) {
        // Wall time; it may have been set back during the run.
        return session.startedAt()
                .flatMap(
                        start ->
                                session.finishedAt()
                                        .map(end -> Duration.between(start, end).toMillis()))
                .map(millis -> Math.max(0, millis));
    }

    private List<String> others(Statistics figures) {
        List<String> parts = new ArrayList<>();
        addUnlessZero(parts, "console.summary.late", figures.late());
        addUnlessZero(parts, "console.summary.unreachable", figures.unreachable());
        addUnlessZero(parts, "console.summary.cancelled", figures.cancelled());
        addUnlessZero(parts, "console.summary.inFlight", figures.inFlight());
        addUnlessZero(parts, "console.summary.sendFailed", figures.sendFailed());
        addUnlessZero(parts, "console.summary.missed", figures.missed());
        if (figures.heldUpMatters()) {
            addUnlessZero(parts, "console.summary.heldUp", figures.heldUp());
        }
        addUnlessZero(parts, "console.summary.duplicates", figures.duplicates());
        addUnlessZero(parts, "console.summary.foreign", figures.foreign());
        addUnlessZero(parts, "console.summary.unverified", figures.unverified());
        addUnlessZero(parts, "console.summary.reordered", figures.reordered());
        return parts;
    }

    private void addUnlessZero(List<String> parts, String key, long count) {
        if (count != 0) {
            parts.add(messages.text(key, Long.toString(count)));
        }
    }

    private Optional<String> rtt(Statistics figures) {
        if (figures.meanNanos().isEmpty()) {
            return Optional.empty();
        }
        String min = FigureText.millis(figures.minNanos().orElseThrow());
        String mean = FigureText.millis(figures.meanNanos().orElseThrow());
        String max = FigureText.millis(figures.maxNanos().orElseThrow());
        return Optional.of(
                figures.stddevNanos().isEmpty()
                        ? messages.text("console.summary.rtt.one", min, mean, max)
                        : messages.text(
                                "console.summary.rtt",
                                min,
                                mean,
                                max,
                                FigureText.millis(figures.stddevNanos().orElseThrow())));
    }

    private List<String> variation(Statistics figures) {
        List<String> parts = new ArrayList<>();
        figures.jitterNanos()
                .ifPresent(
                        jitter ->
                                parts.add(
                                        messages.text(
                                                "console.summary.jitter",
                                                FigureText.millis(jitter))));
        figures.meanAbsIpdvNanos()
                .ifPresent(
                        ipdv ->
                                parts.add(
                                        messages.text(
                                                "console.summary.ipdv", FigureText.millis(ipdv))));
        return parts;
    }

    private Optional<String> interval(Statistics figures) {
        return figures.lossInterval()
                .map(
                        interval -> {
                            int decimals = decimals(interval);
                            return messages.text(
                                    "console.summary.interval",
                                    Long.toString(figures.lost()),
                                    Long.toString(figures.settled()),
                                    percent(interval.low(), decimals),
                                    percent(interval.high(), decimals));
                        });
    }

    /** The more pings, the narrower the interval, and the more of its digits say something. */
    private static int decimals(ConfidenceInterval interval) {
        double width = interval.high() - interval.low();
        return Math.min(MAX_DECIMALS, (int) Math.floor(-Math.log10(width)));
    }

    private static String percent(double share, int decimals) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static void addJoined(List<String> lines, List<String> parts) {
        if (!parts.isEmpty()) {
            lines.add(String.join(", ", parts));
        }
    }
}
