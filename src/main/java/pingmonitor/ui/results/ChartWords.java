package pingmonitor.ui.results;

import java.util.Locale;
import pingmonitor.session.PingState;
import pingmonitor.text.Messages;

/** The few words written into the chart. */
final class ChartWords {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Messages messages;
    private final Figures figures;

    ChartWords(Locale locale) {
        this.messages = Messages.beside(ChartWords.class, locale);
        this.figures = new Figures(locale);
    }

    /** The word at a ping that was not answered in time. */
    String mark(PingState state, float millis) {
        return switch (state) {
            case TIMED_OUT -> messages.text("chart.timedOut");
            case LATE ->
                    messages.text(
                            "chart.late", figures.duration((long) (millis * NANOS_PER_MILLI)));
            case UNREACHABLE -> messages.text("chart.unreachable");
            case CANCELLED -> messages.text("chart.cancelled");
            case SEND_FAILED -> messages.text("chart.sendFailed");
            case WAITING, REPLIED -> "";
        };
    }

    /** The word at the line of the mean. */
    String mean(double nanos) {
        return messages.text("chart.mean", figures.millis(nanos));
    }
}
