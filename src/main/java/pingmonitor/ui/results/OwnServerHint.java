package pingmonitor.ui.results;

/**
 * What an empty table advises about the window's own lossy server.
 *
 * @param on whether the server is on
 * @param typed whether the form names it, or its port is not known
 * @param port where it listens, or will listen, as text
 */
public record OwnServerHint(boolean on, boolean typed, String port) {

    /** At the start of the window: the server is off, and the form names it. */
    public static final OwnServerHint USUAL = new OwnServerHint(false, true, "");
}
