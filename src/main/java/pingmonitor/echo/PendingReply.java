package pingmonitor.echo;

import java.net.InetSocketAddress;

/**
 * A datagram whose reply is held back.
 *
 * @param request as it came
 * @param delayNanos how long the reply is held back, from its arrival to {@code dueNanos}
 */
record PendingReply(
        byte[] request,
        InetSocketAddress client,
        ReplyPath path,
        long delayNanos,
        int copies,
        long dueNanos) {}
