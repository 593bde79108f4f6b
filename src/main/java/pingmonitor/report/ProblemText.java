package pingmonitor.report;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import pingmonitor.ping.Problem;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;

/** Puts a {@link Problem} into words: what is wrong and what would be right, in one or two short sentences. */
public final class ProblemText {
    private static final int MAX_QUOTE_LENGTH = 80;

    private final Messages messages;

    /** Words in the language of the locale. */
    public ProblemText(Locale locale) {
        this.messages = Messages.beside(ProblemText.class, locale);
    }

    /** The message to show beside the field, or on one line of a terminal. */
    public String of(Problem problem) {
        String key =
                switch (problem.kind()) {
                    case HOST_EMPTY -> "problem.host.empty";
                    case HOST_HAS_SPACE -> "problem.host.space";
                    case HOST_HAS_PORT -> "problem.host.port";
                    case HOST_BAD_URI -> "problem.host.uri";
                    case HOST_BAD_IPV4 -> "problem.host.ipv4";
                    case HOST_BAD_IPV6 -> "problem.host.ipv6";
                    case HOST_NEEDS_ZONE -> "problem.host.zone";
                    case HOST_UNKNOWN_ZONE -> "problem.host.unknownZone";
                    case NAME_NEEDS_ZONE -> "problem.host.nameZone";
                    case HOST_NAME_TOO_LONG -> "problem.host.long";
                    case HOST_BAD_NAME -> "problem.host.name";
                    case HOST_UNSPECIFIED -> "problem.host.unspecified";
                    case HOST_BROADCAST -> "problem.host.broadcast";
                    case HOST_MULTICAST -> "problem.host.multicast";
                    case NAME_NOT_FOUND -> "problem.host.notFound";
                    case NO_ADDRESS_OF_FAMILY -> "problem.host.family";
                    case NO_ROUTE -> "problem.host.route";
                    case NO_ROUTE_BUT_IPV4 -> "problem.host.route.ipv4";
                    case NO_ROUTE_BUT_IPV6 -> "problem.host.route.ipv6";
                    case PORT_NOT_A_NUMBER -> "problem.port.number";
                    case PORT_OUT_OF_RANGE -> "problem.port.range";
                    case COUNT_INVALID -> "problem.count";
                    case TIMEOUT_INVALID -> "problem.timeout";
                    case PAUSE_INVALID -> "problem.pause";
                    case INTERVAL_INVALID -> "problem.interval";
                    case SIZE_INVALID -> "problem.size";
                    case MESSAGE_TOO_LONG -> "problem.tooLong";
                    case NO_BUFFERS -> "problem.noBuffers";
                    case PORT_CLOSED -> "problem.portClosed";
                    case TOO_MANY_OPEN -> "problem.tooManyOpen";
                    case NOT_PERMITTED -> "problem.notPermitted";
                    case OTHER -> "problem.other";
                };
        String subject = quotable(problem.subject());
        String detail =
                quotable(
                        problem.kind() == Problem.Kind.NAME_NEEDS_ZONE
                                ? shortened(problem.detail())
                                : problem.detail());
        // Of a problem without a name of its own the system's words are all there is to say.
        return messages.text(key, subject, detail.isEmpty() ? subject : detail);
    }

    /** An address with an interface of this machine, as people write it. */
    private static String shortened(String address) {
        try {
            return AddressText.of(InetAddress.getByName("[" + address + "]"));
        } catch (UnknownHostException interfaceGone) {
            return address;
        }
    }

    /** What someone typed or a system said, as a part of one harmless line. */
    private static String quotable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= MAX_QUOTE_LENGTH
                ? line
                : line.substring(0, MAX_QUOTE_LENGTH - 1) + "…";
    }
}
