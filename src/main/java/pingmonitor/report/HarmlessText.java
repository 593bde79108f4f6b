package pingmonitor.report;

/**
 * Text of others (names, notes, replies) for a file that a person opens: control characters, and those that turn the
 * direction of the text, are replaced. Markup is not its matter: whoever writes markup escapes it.
 */
public final class HarmlessText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private HarmlessText() {}

    /** In one line, of any length. */
    public static String of(String text) {
        return with(text, ' ');
    }

    /** The same, with its line ends as LF. */
    public static String inLines(String text) {
        return with(text.replace("\r\n", "\n"), '\n');
    }

    /** In one line of at most so many characters, with an ellipsis where it was longer. */
    public static String of(String text, int maxCharacters) {
        String harmless = of(text);
        if (harmless.codePointCount(0, harmless.length()) <= maxCharacters) {
            return harmless;
        }
        return harmless.substring(0, harmless.offsetByCodePoints(0, maxCharacters - 1)) + "…";
    }

    private static String with(String text, int lineEnd) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints().map(point -> harmless(point, lineEnd)).forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    private static int harmless(int point, int lineEnd) {
        if (point == '\n' || point == '\r') {
            return lineEnd;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\t' ? ' ' : REPLACEMENT;
            case Character.FORMAT -> isJoiner(point) ? point : REPLACEMENT;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lineEnd;
            case Character.SURROGATE, Character.UNASSIGNED -> REPLACEMENT;
            default -> point;
        };
    }

    /** Joiners make emoji and letters of some scripts; they have no direction. */
    private static boolean isJoiner(int point) {
        return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
    }
}
