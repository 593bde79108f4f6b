package pingmonitor.ping;

/**
 * Which of a name's addresses to use: the first to which this machine has a way. {@link #ANY} takes IPv4 first, because
 * lab servers speak only that.
 */
public enum AddressFamily {
    ANY,
    IPV4,
    IPV6
}
