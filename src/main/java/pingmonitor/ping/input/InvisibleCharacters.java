package pingmonitor.ping.input;

/** What messengers and web pages leave around a copied word: white space of any kind and marks that nobody sees. */
final class InvisibleCharacters {
    private InvisibleCharacters() {}

    /** Without them at both ends. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isNothing(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (from < to && isNothing(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** Whether a person sees nothing of a character: spaces, and those that only tell the direction of the text. */
    static boolean isNothing(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}
