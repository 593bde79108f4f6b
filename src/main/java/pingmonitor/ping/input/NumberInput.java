package pingmonitor.ping.input;

import java.util.regex.Pattern;

/**
 * Numbers as people type and paste them, and as this program writes them in either language: digits of any script, any
 * kind of space, and groups of thousands.
 */
public final class NumberInput {
    private static final char ARABIC_DECIMAL = '\u066b';
    private static final char ARABIC_GROUPS = '\u066c';
    private static final char ARABIC_PERCENT = '\u066a';
    private static final char MINUS = '\u2212';

    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}([., '])\\d{3}(?:\\1\\d{3})*");
    private static final Pattern GROUPS = Pattern.compile("[., ']");

    private NumberInput() {}

    /** The text with ASCII digits and marks and plain spaces, none of them at its ends. */
    public static String plain(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        typed.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.FORMAT)
                .map(NumberInput::plain)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** The text of a whole number, plain and without the marks between its thousands. Any other text is only plain. */
    public static String whole(String typed) {
        String plain = plain(typed);
        return GROUPED.matcher(plain).matches() ? GROUPS.matcher(plain).replaceAll("") : plain;
    }

    private static int plain(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return '0' + Character.digit(codePoint, 10);
        }
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return ' ';
        }
        return switch (codePoint) {
            case ARABIC_DECIMAL -> '.';
            case ARABIC_GROUPS -> ',';
            case ARABIC_PERCENT -> '%';
            case MINUS -> '-';
            default -> codePoint;
        };
    }
}
