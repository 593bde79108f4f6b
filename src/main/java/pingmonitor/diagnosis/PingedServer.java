package pingmonitor.diagnosis;

/**
 * What a pinged server is to a person who sees the window's own server beside it: "the server" alone would mean that
 * one.
 */
enum PingedServer {
    /** There is no window with a server. */
    ALONE,
    /** It is the window's own. */
    OF_THIS_WINDOW,
    /** The window's own is off. */
    BESIDE_ONE_THAT_IS_OFF,
    /** The window's own is on, and another. */
    BESIDE_ANOTHER;

    /** A number to choose between words by. */
    long fact() {
        return ordinal();
    }
}
