package pingmonitor.discovery;

/** How far multicast goes from this machine, as far as it can tell by itself. */
public enum MulticastReach {
    /** It is still being tried. */
    NOT_YET,
    /** At least one network interface hears what is sent to all. */
    WORKS,
    /** There is no network interface that leads to other machines. */
    NO_NETWORK,
    /** There are some, but none hears even what this machine itself sends to all, or the port cannot be opened. */
    BLOCKED
}
