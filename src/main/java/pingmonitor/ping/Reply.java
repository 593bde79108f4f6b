package pingmonitor.ping;

import java.net.InetSocketAddress;

/**
 * A datagram that came in.
 *
 * @param text its content for display: UTF-8 (malformed bytes replaced), trailing CR, LF, NUL and blanks cut off,
 *     every other control character replaced, so that it is one harmless line
 * @param bytes its length on the wire
 * @param from who sent it
 * @param match how it names the ping that it was taken for; {@link ReplyMatch#UNNAMED} for a foreign one
 */
public record Reply(String text, int bytes, InetSocketAddress from, ReplyMatch match) {
    /** Whether it names its ping by number and time. */
    public boolean verified() {
        return match.verified();
    }
}
