package pingmonitor.discovery;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.host.MachineName;

/**
 * The name under which a server announces itself: one label of DNS-SD (RFC 6763, 4.1.1), free text for people.
 *
 * @param text 1 to {@link #MAX_BYTES} bytes in UTF-8, without control characters and blanks at its ends
 */
public record ServiceName(String text) {
    /** What a label of DNS can hold. */
    public static final int MAX_BYTES = 63;

    /** The name of a machine that has none. */
    static final ServiceName NAMELESS = new ServiceName("UDP Ping Monitor");

    /** Makes one picture of several, such as a woman and a school. */
    private static final int JOINER = 0x200D;

    public ServiceName {
        if (!fits(text)) {
            throw new IllegalArgumentException("service name of " + text.length() + " characters");
        }
    }

    /** The name that was typed, without the blanks around it; empty when there is none or it does not fit. */
    public static Optional<ServiceName> of(String typed) {
        String text = typed.strip();
        return fits(text) ? Optional.of(new ServiceName(text)) : Optional.empty();
    }

    /** The name of this machine. Asks the system, and may wait for a name server where the quick ways do not work. */
    static ServiceName ofThisMachine() {
        return firstOf(MachineName.candidates());
    }

    static ServiceName firstOf(Stream<String> candidates) {
        return candidates.flatMap(each -> of(each).stream()).findFirst().orElse(NAMELESS);
    }

    private static boolean fits(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.length() <= MAX_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && text.codePoints().allMatch(ServiceName::isForPeople);
    }

    private static boolean isForPeople(int point) {
        // Parts of emoji, of which this Java may not know the newest; not announced, see
        // ServiceLabel.
        if (point == JOINER || Character.isSupplementaryCodePoint(point)) {
            return true;
        }
        switch (Character.getType(point)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
            case Character.UNASSIGNED:
                return false;
            default:
                return true;
        }
    }
}
