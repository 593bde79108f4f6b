package pingmonitor.ui.results;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.control.TextArea;

/**
 * Appends lines to a text area. The area stays scrolled to its end, unless the person has put the caret or a selection
 * elsewhere; then nothing moves. Beyond the cap its oldest lines are removed.
 */
final class AppendingTextArea {
    private final TextArea area;
    private final int cap;
    private final int slack;
    private final AfterLayout end;
    private final Deque<Integer> lengths = new ArrayDeque<>();
    private boolean shortened;

    AppendingTextArea(TextArea area, int cap) {
        this.area = area;
        this.cap = cap;
        this.slack = cap / 4;
        this.end = new AfterLayout(area, this::stay);
        area.heightProperty().addListener((property, was, is) -> end.request());
    }

    /** Whether lines were removed. */
    boolean shortened() {
        return shortened;
    }

    /** Begins anew. */
    void clear() {
        area.clear();
        lengths.clear();
        shortened = false;
    }

    /** Adds lines. */
    void add(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        boolean atEnd = atEnd();
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        double scrolled = area.getScrollTop();
        StringBuilder added = new StringBuilder();
        for (String line : lines) {
            added.append(line).append('\n');
            lengths.add(line.length() + 1);
        }
        area.appendText(added.toString());
        int cut = cut();
        if (atEnd) {
            end.request();
        } else {
            area.selectRange(Math.max(0, anchor - cut), Math.max(0, caret - cut));
            area.setScrollTop(scrolled);
        }
    }

    private boolean atEnd() {
        return area.getCaretPosition() == area.getLength() && area.getSelection().getLength() == 0;
    }

    /** Scrolls to the end if the caret is there. */
    private void stay() {
        if (atEnd()) {
            area.setScrollTop(Double.MAX_VALUE);
        }
    }

    /** Removes the lines beyond the cap, many at a time, and returns the number of their characters. */
    private int cut() {
        if (lengths.size() <= cap + slack) {
            return 0;
        }
        int cut = 0;
        while (lengths.size() > cap) {
            cut += lengths.removeFirst();
        }
        area.deleteText(0, cut);
        area.end();
        shortened = true;
        return cut;
    }
}
