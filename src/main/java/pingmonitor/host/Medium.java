package pingmonitor.host;

/** The medium of a network interface, guessed from its names. */
public enum Medium {
    WIFI,
    ETHERNET,
    /** The name does not say: macOS calls the first interface {@code en0}, whatever it is. */
    OTHER
}
