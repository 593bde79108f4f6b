package pingmonitor.peers;

/**
 * What a lab server says it did with one datagram.
 *
 * @param fate {@code replied}, {@code dropped} or {@code held}
 * @param text the datagram, without white space at its ends
 */
record Seen(String fate, String text) {

    /** A line of a Python server. */
    static Seen parse(String line) {
        int space = line.indexOf(' ');
        return new Seen(line.substring(0, space), line.substring(space + 1));
    }

    boolean replied() {
        return fate.equals("replied");
    }
}
