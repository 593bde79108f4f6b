package pingmonitor.router;

/** Words of a router, as a part of one line that a person may read. */
final class RouterReplyText {
    private static final int MAX_CHARACTERS = 80;

    private RouterReplyText() {}

    static String line(String said) {
        String start =
                said.codePoints()
                        .limit(MAX_CHARACTERS)
                        .map(RouterReplyText::shown)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return start.strip();
    }

    private static int shown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    ' ';
            default -> point;
        };
    }
}
