package pingmonitor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.LossLocations;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;
import pingmonitor.text.Messages;

/** Where the lost pings of a run were lost, as lines below its summary: each by its number where they are few. */
final class LossLocationText {
    /** Number of pings at one place that are named; more are only counted. */
    static final int MAX_NAMED = 20;

    private final Messages messages;

    LossLocationText(Messages messages) {
        this.messages = messages;
    }

    /** Empty when no server said where a ping was lost. */
    List<String> lines(SessionView session) {
        Statistics figures = session.statistics();
        LossLocations places = figures.lossPlaces();
        List<String> lines = new ArrayList<>();
        if (places.known() == 0) {
            return lines;
        }
        add(lines, "console.where.there", session, LossLocation.FORWARD_PATH, places.there());
        add(lines, "console.where.server", session, LossLocation.SERVER, places.server());
        add(lines, "console.where.limited", session, LossLocation.LIMITED, places.limited());
        add(lines, "console.where.back", session, LossLocation.RETURN_PATH, places.back());
        long unknown = figures.timedOut() + figures.unreachable() - places.known();
        if (unknown > 0) {
            lines.add(messages.text("console.where.unknown", Long.toString(unknown)));
        }
        return lines;
    }

    private void add(
            List<String> lines, String key, SessionView session, LossLocation where, long count) {
        if (count > 0) {
            lines.add(messages.text(key, pings(session, where, count)));
        }
    }

    private String pings(SessionView session, LossLocation where, long count) {
        List<Long> sequences = session.lostAt(where, MAX_NAMED);
        if (sequences.isEmpty()) {
            return Long.toString(count);
        }
        String named = sequences.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return messages.text("console.where.named", Long.toString(count), count, named);
    }
}
