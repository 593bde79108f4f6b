package pingmonitor.ui.results;

/**
 * How far it is from here to a ping of the window's own lossy server.
 *
 * @param on whether it listens
 * @param typed whether the form leads to it, or nobody knows where it will listen
 * @param port where it listens, or will, as text
 */
public record OwnServerHint(boolean on, boolean typed, String port) {

    /** What a window begins with: the server is off, and the form leads to it. */
    public static final OwnServerHint USUAL = new OwnServerHint(false, true, "");
}
