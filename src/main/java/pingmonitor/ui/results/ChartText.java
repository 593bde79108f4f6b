package pingmonitor.ui.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.PingState;
import pingmonitor.text.Messages;

/** The words that are written into the chart. */
final class ChartText {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Messages messages;
    private final LocalizedFigures figures;
    private final LossLocationCaption places;

    ChartText(Locale locale) {
        this.messages = Messages.beside(ChartText.class, locale);
        this.figures = new LocalizedFigures(locale);
        this.places = new LossLocationCaption(locale);
    }

    /**
     * The words at a ping that was not answered in time, the same as in the table.
     *
     * @return from the longest to the shortest, of which the first that fits is drawn; empty for other pings
     */
    List<String> marks(PingState state, Optional<LossLocation> place, float millis) {
        return switch (state) {
            case TIMED_OUT ->
                    place.map(this::lost).orElse(List.of(messages.text("chart.timedOut")));
            case LATE ->
                    List.of(
                            messages.text(
                                    "chart.late",
                                    figures.duration((long) (millis * NANOS_PER_MILLI))));
            case UNREACHABLE -> List.of(messages.text("chart.unreachable"));
            case CANCELLED -> List.of(messages.text("chart.cancelled"));
            case SEND_FAILED -> List.of(messages.text("chart.sendFailed"));
            case WAITING, REPLIED -> List.of();
        };
    }

    /** In one line, in two lines, or in a short word. */
    private List<String> lost(LossLocation where) {
        String title = places.title(where);
        String word = title.substring(0, 1).toLowerCase(messages.locale()) + title.substring(1);
        return List.of(word, inTwoLines(word), shortWord(where));
    }

    private String shortWord(LossLocation where) {
        return switch (where) {
            case ANSWERED -> "";
            case FORWARD_PATH -> messages.text("chart.lost.there");
            case SERVER -> messages.text("chart.lost.server");
            case LIMITED -> messages.text("chart.lost.limited");
            case RETURN_PATH -> messages.text("chart.lost.back");
        };
    }

    /** Broken at the space that makes it narrowest. */
    private static String inTwoLines(String words) {
        int best = -1;
        for (int at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) {
            if (best < 0 || longer(words, at) < longer(words, best)) {
                best = at;
            }
        }
        return best < 0 ? words : words.substring(0, best) + "\n" + words.substring(best + 1);
    }

    private static int longer(String words, int space) {
        return Math.max(space, words.length() - space - 1);
    }

    /** The word at the line of the mean. */
    String mean(double nanos) {
        return messages.text("chart.mean", figures.millis(nanos));
    }
}
