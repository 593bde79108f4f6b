package pingmonitor.ping;

import java.net.InetSocketAddress;

/**
 * A datagram that came in.
 *
 * @param text its content for display: UTF-8 (malformed bytes replaced), trailing CR, LF, NUL and blanks cut off,
 *     every other control character replaced, so that it is one harmless line
 * @param bytes its length on the wire
 * @param from who sent it
 * @param verified whether its content names the ping it was taken for (see {@code pingmonitor.wire.ReplyMatcher})
 */
public record Reply(String text, int bytes, InetSocketAddress from, boolean verified) {}
