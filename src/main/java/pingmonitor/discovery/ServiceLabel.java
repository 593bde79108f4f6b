package pingmonitor.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name as it goes into one label of DNS, as far as JmDNS can write it and all others can read it. */
final class ServiceLabel {
    private static final Pattern NUMBERED =
            Pattern.compile("(.*) \\((\\d{1,4})\\)", Pattern.DOTALL);
    private static final int FIRST_NUMBER = 2;

    /** ONE DOT LEADER, which looks like a dot. */
    private static final char DOT = '\u2024';

    /** Without a picture it joins or varies, an invisible character is worth nothing. */
    private static final int JOINER = 0x200D;

    private static final int PICTURE_VARIATION = 0xFE0F;

    private ServiceLabel() {}

    /**
     * What is announced. JmDNS writes what is beyond the Basic Multilingual Plane, such as emoji, in six bytes that are
     * no UTF-8: nobody but JmDNS reads it, and the length may be too great. A dot it takes for the end of a label, and
     * where it is told not to, it knows neither a question for the name nor a clash; at the end a backslash has the
     * same effect.
     */
    static String of(ServiceName name) {
        StringBuilder label = new StringBuilder();
        name.text()
                .codePoints()
                .filter(Character::isBmpCodePoint)
                .filter(point -> point != JOINER && point != PICTURE_VARIATION)
                .forEach(label::appendCodePoint);
        String ended = label.toString().replaceFirst("[\\s.\\\\]+$", "").strip();
        return ended.isEmpty()
                ? ServiceName.NAMELESS.text()
                : cut(ended.replace('.', DOT), ServiceName.MAX_BYTES);
    }

    /** What a person is shown. */
    static String shown(String label) {
        return label.replace(DOT, '.');
    }

    /**
     * What to try after a clash, at the cost of the name's end where there is no room: a number, or the next one.
     * Thirty machines with one name would take minutes to count them through, so that each begins with its address's
     * last.
     */
    static String next(String taken, InetAddress at) {
        Matcher numbered = NUMBERED.matcher(taken);
        String name = numbered.matches() ? numbered.group(1) : taken;
        int number = numbered.matches() ? Integer.parseInt(numbered.group(2)) + 1 : first(at);
        String end = " (" + number + ")";
        return cut(name, ServiceName.MAX_BYTES - bytes(end)) + end;
    }

    private static int first(InetAddress at) {
        byte[] address = at.getAddress();
        return at instanceof Inet4Address
                ? Math.max(FIRST_NUMBER, Byte.toUnsignedInt(address[address.length - 1]))
                : FIRST_NUMBER;
    }

    private static String cut(String name, int mostBytes) {
        String shorter = name;
        while (bytes(shorter) > mostBytes) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.equals(name) ? name : shorter.stripTrailing();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
