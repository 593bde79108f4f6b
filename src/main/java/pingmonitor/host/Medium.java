package pingmonitor.host;

/** What a network interface goes through, as far as its name tells. */
public enum Medium {
    WIFI,
    ETHERNET,
    /** The name does not say: macOS calls the first interface {@code en0}, whatever it is. */
    OTHER
}
