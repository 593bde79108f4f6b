package pingmonitor.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import pingmonitor.report.HarmlessText;

/**
 * Writes markup that is HTML and well-formed XML at once. The only place that escapes: whatever is given as text or as
 * the value of an attribute cannot become markup, whatever it holds. Names of elements and attributes are ours.
 */
final class MarkupWriter {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9:-]*");

    private final StringBuilder markup = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element; {@link #close} ends it.
     *
     * @param attributes names and values by turns
     */
    MarkupWriter open(String name, String... attributes) {
        start(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /** Ends the element that was begun last. */
    MarkupWriter close() {
        markup.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends so many elements. */
    MarkupWriter close(int levels) {
        for (int i = 0; i < levels; i++) {
            close();
        }
        return this;
    }

    /** An element with nothing in it. */
    MarkupWriter empty(String name, String... attributes) {
        start(name, attributes).append("/>");
        return this;
    }

    /** An element with a text in it. */
    MarkupWriter element(String name, String text, String... attributes) {
        return open(name, attributes).content(text).close();
    }

    /** A text. Its line ends stay. */
    MarkupWriter content(String text) {
        markup.append(escaped(text));
        return this;
    }

    /** An end of line in the source, for whoever reads that. */
    MarkupWriter line() {
        markup.append('\n');
        return this;
    }

    /** A style sheet of this program. */
    MarkupWriter style(String css) {
        if (css.contains("<") || css.contains("&") || css.contains("]]>")) {
            throw new IllegalArgumentException("a style sheet that would have to be escaped");
        }
        open("style");
        markup.append('\n').append(css);
        return close();
    }

    /** All that was written. */
    String whole() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return markup.toString();
    }

    private StringBuilder start(String name, String... attributes) {
        markup.append('<').append(valid(name));
        for (int i = 0; i < attributes.length; i += 2) {
            markup.append(' ').append(valid(attributes[i])).append("=\"");
            markup.append(escaped(attributes[i + 1])).append('"');
        }
        return markup;
    }

    private static String valid(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }

    private static String escaped(String text) {
        String harmless = HarmlessText.inLines(text);
        StringBuilder escaped = new StringBuilder(harmless.length());
        for (int i = 0; i < harmless.length(); i++) {
            char c = harmless.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
