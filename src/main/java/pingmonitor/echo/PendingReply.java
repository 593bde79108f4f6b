package pingmonitor.echo;

import java.net.InetSocketAddress;
import pingmonitor.echo.fate.Fate;

/**
 * A datagram whose reply is held back.
 *
 * @param request as it came
 * @param fate of which the delay is from its arrival to {@code dueNanos}
 */
record PendingReply(
        byte[] request, InetSocketAddress client, ReplyPath path, Fate fate, long dueNanos) {}
