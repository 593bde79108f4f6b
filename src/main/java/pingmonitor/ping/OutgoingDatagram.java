package pingmonitor.ping;

import java.nio.ByteBuffer;
import pingmonitor.wire.PingRequest;

/** The message about to be sent, in memory that the system can take it from without copying it first. */
final class OutgoingDatagram {
    /** "Ping", a number and a time of the year 9999 fit well. */
    private static final int LONGEST_TEXT = 64;

    private final ByteBuffer buffer;

    OutgoingDatagram(int messageBytes) {
        this.buffer = ByteBuffer.allocateDirect(Math.max(messageBytes, LONGEST_TEXT));
    }

    /** Puts a request in; its length in bytes. */
    int prepare(PingRequest request) {
        buffer.clear().put(request.encode()).flip();
        return buffer.limit();
    }

    /** The whole message, ready to be sent, once or again. */
    ByteBuffer message() {
        return buffer.rewind();
    }
}
