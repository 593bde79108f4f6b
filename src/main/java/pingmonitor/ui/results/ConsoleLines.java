package pingmonitor.ui.results;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import pingmonitor.ping.PingEvent;
import pingmonitor.report.ConsoleText;
import pingmonitor.session.SessionView;

/** Reads the new lines of a run's console text, and only the last of them when there are many. */
final class ConsoleLines {
    private final ConsoleText text;
    private final SessionView session;
    private final int cap;
    private long read;
    private boolean skipped;

    /**
     * @param cap maximum number of lines
     */
    ConsoleLines(SessionView session, Locale locale, int cap) {
        this.session = session;
        this.text = new ConsoleText(locale);
        this.cap = cap;
    }

    /** The lines since the last call. */
    List<String> next() {
        long size = session.journalSize();
        long from = Math.max(read, size - cap);
        skipped |= from > read;
        read = size;
        Deque<String> lines = new ArrayDeque<>();
        for (PingEvent event : session.journal(from, size)) {
            lines.addAll(text.lines(session, event));
        }
        while (lines.size() > cap) {
            lines.removeFirst();
            skipped = true;
        }
        return new ArrayList<>(lines);
    }

    /** Whether lines were left out. */
    boolean skipped() {
        return skipped;
    }
}
