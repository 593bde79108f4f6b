package pingmonitor.ping.input;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import pingmonitor.host.NetworkInterfaces;
import pingmonitor.ping.Problem.Kind;
import pingmonitor.ping.TargetCheck;
import pingmonitor.ping.Validated;

/**
 * Checks a host as typed without asking a name server. Java's own reading is too kind to be asked first: {@code "1"} is
 * 0.0.0.1 to it, and {@code ""} is this machine.
 */
final class HostInput {
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[\\d.]+");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** An IPv6 address has more colons, or ends with its bracket. */
    private static final Pattern WITH_PORT =
            Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*):[^:\\[\\]]*");

    private static final Pattern NAME =
            Pattern.compile("(?:[a-zA-Z0-9_](?:[a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?\\.?)+");
    private static final int LONGEST_NAME = 253;

    /** Longer than a name may be between two dots (RFC 1035, section 2.3.4). */
    private static final Pattern LONG_LABEL = Pattern.compile("[^.]{64}");

    /** What stands for the percent sign in a URI, behind the percent sign itself. */
    private static final String ESCAPED = "25";

    private HostInput() {}

    static Validated<String> check(String typed) {
        String host = InvisibleCharacters.strip(typed);
        if (host.isEmpty()) {
            return Validated.invalid(Kind.HOST_EMPTY, "");
        }
        if (host.chars().anyMatch(Character::isWhitespace)) {
            return Validated.invalid(Kind.HOST_HAS_SPACE, host);
        }
        if (host.contains("://")) {
            return Validated.invalid(Kind.HOST_BAD_URI, host);
        }
        if (WITH_PORT.matcher(host).matches()) {
            return Validated.invalid(Kind.HOST_HAS_PORT, host);
        }
        if (host.indexOf(':') >= 0 || host.startsWith("[")) {
            return ipv6(host);
        }
        return DIGITS_AND_DOTS.matcher(host).matches() ? ipv4(host) : name(host);
    }

    private static Validated<String> ipv4(String host) {
        return IPV4.matcher(host).matches()
                ? literal(host, host, Kind.HOST_BAD_IPV4)
                : Validated.invalid(Kind.HOST_BAD_IPV4, host);
    }

    private static Validated<String> ipv6(String typed) {
        boolean bracketed = typed.startsWith("[") && typed.endsWith("]");
        String host = bracketed ? typed.substring(1, typed.length() - 1) : typed;
        // Within brackets Java reads only a literal and never asks a name server.
        boolean mayBeLiteral =
                host.indexOf(':') >= 0 && host.indexOf('[') < 0 && host.indexOf(']') < 0;
        if (!mayBeLiteral) {
            return Validated.invalid(Kind.HOST_BAD_IPV6, typed);
        }
        int percent = host.indexOf('%');
        return percent < 0
                ? literal(host, "[" + host + "]", Kind.HOST_BAD_IPV6)
                : zoned(host.substring(0, percent), host.substring(percent + 1));
    }

    /**
     * An address with the interface that it is meant on; in a URI the percent sign is written {@code %25} (RFC 6874).
     */
    private static Validated<String> zoned(String address, String zone) {
        if (!isReadable(address)) {
            return Validated.invalid(Kind.HOST_BAD_IPV6, address);
        }
        boolean escaped =
                zone.startsWith(ESCAPED)
                        && !isInterface(address, zone)
                        && isInterface(address, zone.substring(ESCAPED.length()));
        String meant = escaped ? zone.substring(ESCAPED.length()) : zone;
        String host = address + "%" + meant;
        return isInterface(address, meant)
                ? literal(host, "[" + host + "]", Kind.HOST_BAD_IPV6)
                : Validated.invalid(Kind.HOST_UNKNOWN_ZONE, meant);
    }

    private static boolean isReadable(String address) {
        try {
            return InetAddress.getByName("[" + address + "]") instanceof Inet6Address;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Java takes any number for that of an interface. */
    private static boolean isInterface(String address, String zone) {
        try {
            InetAddress read = InetAddress.getByName("[" + address + "%" + zone + "]");
            return read instanceof Inet6Address six && NetworkInterfaces.hasIndex(six.getScopeId());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Validated<String> literal(String host, String readable, Kind unreadable) {
        try {
            Optional<Kind> unfit = TargetCheck.unfit(InetAddress.getByName(readable));
            return unfit.<Validated<String>>map(kind -> Validated.invalid(kind, host))
                    .orElseGet(() -> Validated.valid(host));
        } catch (UnknownHostException e) {
            return Validated.invalid(unreadable, host);
        }
    }

    private static Validated<String> name(String host) {
        // Java throws different things at names that are much too long.
        if (host.length() > LONGEST_NAME || LONG_LABEL.matcher(host).find()) {
            return Validated.invalid(Kind.HOST_NAME_TOO_LONG, host);
        }
        try {
            String ascii = NameEncoding.ascii(host);
            if (DIGITS_AND_DOTS.matcher(ascii).matches()) {
                // Other scripts' digits become ours, and then it is no name any more.
                return ipv4(ascii);
            }
            boolean wellFormed = ascii.length() <= LONGEST_NAME && NAME.matcher(ascii).matches();
            return wellFormed
                    ? Validated.valid(ascii)
                    : Validated.invalid(Kind.HOST_BAD_NAME, host);
        } catch (IllegalArgumentException e) {
            return Validated.invalid(Kind.HOST_BAD_NAME, host);
        }
    }
}
