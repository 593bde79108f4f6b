package pingmonitor.cli;

/**
 * Text in the columns of a terminal: letters of East Asia and emoji take two, marks upon a letter none. A text that is
 * written from right to left is kept from turning its neighbours.
 */
final class TextColumns {
    private static final String ELLIPSIS = "…";
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TextColumns() {}

    /** Number of columns that a text takes. */
    static int width(String text) {
        return text.codePoints().map(TextColumns::width).sum();
    }

    /** The text in exactly so many columns: cut off with an ellipsis, or filled up with blanks behind it. */
    static String left(String text, int columns) {
        String fitting = cut(text, columns);
        return isolated(fitting) + " ".repeat(columns - width(fitting));
    }

    /** The same with the blanks before it. */
    static String right(String text, int columns) {
        String fitting = cut(text, columns);
        return " ".repeat(columns - width(fitting)) + isolated(fitting);
    }

    /** As {@link #left}, but what is too long loses its middle: its end tells it apart. */
    static String leftWithEnd(String text, int columns) {
        if (width(text) <= columns) {
            return left(text, columns);
        }
        int[] points = text.codePoints().toArray();
        int endColumns = columns / 2;
        int from = points.length;
        while (from > 0 && width(points[from - 1]) <= endColumns) {
            from--;
            endColumns -= width(points[from]);
        }
        String end = new String(points, from, points.length - from);
        String fitting = cut(text, columns - width(end)) + end;
        return isolated(fitting) + " ".repeat(columns - width(fitting));
    }

    private static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder fitting = new StringBuilder();
        int left = columns - 1;
        for (int point : text.codePoints().toArray()) {
            left -= width(point);
            if (left < 0) {
                break;
            }
            fitting.appendCodePoint(point);
        }
        return fitting.append(ELLIPSIS).toString();
    }

    private static String isolated(String text) {
        boolean turns =
                text.codePoints()
                        .map(Character::getDirectionality)
                        .anyMatch(
                                direction ->
                                        direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                                || direction
                                                        == Character
                                                                .DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return turns ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || point == ZERO_WIDTH_JOINER) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** The ranges of Unicode's EastAsianWidth that are wide or full width, roughly. */
    private static boolean isWide(int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF && point != 0x303F
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1F64F
                || point >= 0x1F680 && point <= 0x1F6FF
                || point >= 0x1F900 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
    }
}
