package pingmonitor.store;

/**
 * What a person says of a run, made harmless when it is written and once more when it is read: a file may come from
 * somebody else. Neither moves the cursor of a terminal nor turns the direction of the text around it.
 */
final class RunLabels {
    /** Longest name, in characters. */
    static final int MAX_NAME = 200;

    /** Longest note, in characters. */
    static final int MAX_NOTE = 4_000;

    static final String PINNED = "true";
    static final String NOT_PINNED = "false";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private RunLabels() {}

    /** In one line, without blanks at its ends. */
    static String name(String typed) {
        return harmless(typed, MAX_NAME, false);
    }

    /** In lines that end with LF, without blanks at its ends. */
    static String note(String typed) {
        return harmless(typed, MAX_NOTE, true);
    }

    private static String harmless(String typed, int max, boolean inLines) {
        // Of 64 KB nothing behind the longest is looked at.
        int end = Math.min(typed.length(), 4 * max);
        StringBuilder text = new StringBuilder(Math.min(end, max));
        typed.substring(0, end)
                .replace("\r\n", "\n")
                .codePoints()
                .filter(point -> !isDirection(point))
                .map(point -> harmless(point, inLines))
                .limit(max)
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    private static int harmless(int point, boolean inLines) {
        if (point == '\n' || point == '\r') {
            return inLines ? '\n' : ' ';
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE, Character.UNASSIGNED -> '\uFFFD';
            default -> point;
        };
    }

    /** Joiners make emoji and letters of some scripts; all other format characters turn or hide something. */
    private static boolean isDirection(int point) {
        return Character.getType(point) == Character.FORMAT
                && point != ZERO_WIDTH_JOINER
                && point != ZERO_WIDTH_NON_JOINER;
    }
}
