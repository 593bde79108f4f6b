package pingmonitor.store;

import java.net.InetSocketAddress;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/**
 * A reply without what belongs to its ping, so that thousands of pings can share it.
 *
 * @param template its text, with signs for what is the ping's own ({@link ReplyTemplate})
 * @param extraBytes its length on the wire less that of the request as the plan makes it; of one that stands alone the whole length
 */
record KeptReply(String template, int extraBytes, InetSocketAddress from, ReplyMatch match) {
    /** In place of one that a damaged slot defined. */
    static final KeptReply LOST =
            new KeptReply(ReplyTemplate.whole(""), 0, new InetSocketAddress(0), ReplyMatch.UNNAMED);

    static KeptReply of(Reply reply, ReplyTemplate ofPing, int plannedBytes) {
        if (ReplyTemplate.hasSign(reply.text())) {
            return alone(reply);
        }
        return new KeptReply(
                ofPing.shorten(reply.text()),
                reply.bytes() - plannedBytes,
                reply.from(),
                reply.match());
    }

    /** A reply to a ping of which nothing else is known here. */
    static KeptReply alone(Reply reply) {
        return new KeptReply(
                ReplyTemplate.whole(reply.text()), reply.bytes(), reply.from(), reply.match());
    }

    /** Whether it says all without its ping. */
    boolean isAlone() {
        return ReplyTemplate.isWhole(template);
    }

    /** One that says all without its ping. */
    Reply reply() {
        return new Reply(ReplyTemplate.text(template), extraBytes, from, match);
    }

    /** The reply to a ping. */
    Reply reply(ReplyTemplate ofPing, int plannedBytes) {
        if (isAlone()) {
            return reply();
        }
        return new Reply(ofPing.expand(template), plannedBytes + extraBytes, from, match);
    }

    byte[] encode() {
        return new FileBytes()
                .put(template)
                .putInt(extraBytes)
                .put(from)
                .put(FileCodes.MATCHES.code(match))
                .written();
    }

    static KeptReply decode(FileBytes bytes) throws DamagedFileException {
        return new KeptReply(
                bytes.getText(),
                bytes.getInt(),
                bytes.getAddress(),
                FileCodes.MATCHES.word(bytes.get()).orElse(ReplyMatch.UNNAMED));
    }
}
