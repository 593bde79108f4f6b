package pingmonitor.session;

import java.util.List;
import java.util.Locale;
import pingmonitor.ping.PingEvent;

/**
 * What the lab asks to print: for each ping the server's reply with the RTT in seconds, or "Request timed out", and at
 * the end a summary in the manner of ping(8). Used by the window's console and by the terminal alike.
 */
public final class ConsoleText {
    /** Words in the language of the locale; figures always with a decimal point. */
    public ConsoleText(Locale locale) {}

    /** The lines an event prints, usually one, often none. */
    public List<String> lines(Session session, PingEvent event) {
        throw new UnsupportedOperationException("todo");
    }

    /** The block printed when the run is over, or at any moment for the figures so far. */
    public List<String> summary(Session session) {
        throw new UnsupportedOperationException("todo");
    }

    /** The whole console of a run as one text with line ends. */
    public String whole(Session session) {
        throw new UnsupportedOperationException("todo");
    }
}
