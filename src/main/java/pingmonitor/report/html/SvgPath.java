package pingmonitor.report.html;

import java.util.Locale;

/** The way of a pen, in the form of an SVG path, with one decimal. */
final class SvgPath {
    private final StringBuilder path = new StringBuilder();

    /** A number as SVG takes it. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    SvgPath moveTo(double x, double y) {
        return add('M', x, y);
    }

    SvgPath lineTo(double x, double y) {
        return add('L', x, y);
    }

    /** A closed rectangle. */
    SvgPath rectangle(double x, double y, double width, double height) {
        add('M', x, y);
        path.append('h').append(number(width)).append('v').append(number(height));
        path.append('h').append(number(-width)).append('z');
        return this;
    }

    boolean isEmpty() {
        return path.length() == 0;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private SvgPath add(char command, double x, double y) {
        path.append(command).append(number(x)).append(' ').append(number(y));
        return this;
    }
}
