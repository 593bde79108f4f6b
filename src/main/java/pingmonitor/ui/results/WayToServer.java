package pingmonitor.ui.results;

/**
 * How far it is from here to a ping of the window's own lossy server.
 *
 * @param on whether it listens
 * @param typed whether the form leads to it, or nobody knows where it will listen
 * @param port where it listens, or will, as text
 */
public record WayToServer(boolean on, boolean typed, String port) {

    /** What a window begins with: the server is off, and the form leads to it. */
    public static final WayToServer USUAL = new WayToServer(false, true, "");
}
