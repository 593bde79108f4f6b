package pingmonitor.echo;

import java.net.InetSocketAddress;
import pingmonitor.echo.fate.Fate;

/**
 * A datagram whose reply is held back.
 *
 * @param request as it came
 * @param fate its delay is the time from the arrival to {@code dueNanos}
 */
record PendingReply(
        byte[] request, InetSocketAddress client, ReplyPath path, Fate fate, long dueNanos) {}
