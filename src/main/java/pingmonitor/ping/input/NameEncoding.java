package pingmonitor.ping.input;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes a host name as the name servers know it. Java follows IDNA 2003, in which ß is ss, ς is σ, and the joiners are
 * nothing; since IDNA 2008 (RFC 5891, RFC 5894 section 7.2) they are letters of their own, so that labels with one are
 * encoded here.
 */
final class NameEncoding {
    private static final int SHARP_S = 'ß';
    private static final int CAPITAL_SHARP_S = 'ẞ';
    private static final int FINAL_SIGMA = 'ς';
    private static final int NON_JOINER = '\u200c';
    private static final int JOINER = '\u200d';

    /**
     * The signs of the scripts of India and their neighbours behind which a joiner is allowed (RFC 5892, appendix A).
     */
    private static final String VIRAMAS =
            "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u0f84\u1039\u17d2";

    /** All that IDNA takes for a dot (RFC 3490, section 3.1). */
    private static final String DOTS = "[.\u3002\uff0e\uff61]";

    private NameEncoding() {}

    /**
     * The name in ASCII.
     *
     * @throws IllegalArgumentException when it has what no name has
     */
    static String ascii(String name) {
        return Arrays.stream(name.split(DOTS, -1))
                .map(NameEncoding::label)
                .collect(Collectors.joining("."));
    }

    private static String label(String label) {
        // Also for its checks of the other letters; of an empty label a name has only the last.
        String java = label.isEmpty() ? "" : IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
        if (label.codePoints().noneMatch(NameEncoding::differs)) {
            return java;
        }
        String kept = Normalizer.normalize(mapped(label), Normalizer.Form.NFKC);
        boolean isAscii = kept.codePoints().allMatch(c -> c < 0x80);
        return isAscii ? java : "xn--" + Punycode.encode(kept);
    }

    private static boolean differs(int c) {
        return c == SHARP_S
                || c == CAPITAL_SHARP_S
                || c == FINAL_SIGMA
                || c == NON_JOINER
                || c == JOINER;
    }

    /** In small letters, one by one: a capital sigma at the end is no final one. */
    private static String mapped(String label) {
        int[] letters = label.codePoints().toArray();
        StringBuilder mapped = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            boolean joins = letters[i] == NON_JOINER || letters[i] == JOINER;
            if (!joins || isAllowed(letters, i)) {
                mapped.appendCodePoint(Character.toLowerCase(letters[i]));
            }
        }
        return mapped.toString();
    }

    /** Elsewhere a joiner changes nothing that can be seen, and is left out. */
    private static boolean isAllowed(int[] letters, int i) {
        if (i == 0) {
            return false;
        }
        boolean betweenArabic =
                letters[i] == NON_JOINER
                        && i + 1 < letters.length
                        && isArabic(letters[i - 1])
                        && isArabic(letters[i + 1]);
        return betweenArabic || VIRAMAS.indexOf(letters[i - 1]) >= 0;
    }

    private static boolean isArabic(int c) {
        return Character.isLetter(c)
                && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }
}
