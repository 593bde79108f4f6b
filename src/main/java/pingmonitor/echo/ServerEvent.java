package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened at the server, in order, one at a time. Every datagram received leads to exactly one
 * {@link OfDatagram} event: when its (first) reply left, or when it was decided that there will be none.
 */
public sealed interface ServerEvent {

    /** The server listens; again when the machine's addresses changed. */
    record Listening(int port, List<InetAddress> addresses, int receiveBufferBytes, Instant at)
            implements ServerEvent {}

    /** The server is closed; the last event. */
    record Stopped(Instant at) implements ServerEvent {}

    /** The fate of one datagram. */
    sealed interface OfDatagram extends ServerEvent {
        /** Sender. */
        InetSocketAddress client();

        /** Content for display, one harmless line. */
        String text();

        /** Length received. */
        int bytes();

        Instant at();
    }

    /**
     * Answered.
     *
     * @param delay how long the reply was held back on purpose
     * @param copies replies sent in all, 1 or 2 (the second of a duplicate follows right behind)
     */
    record Answered(
            InetSocketAddress client,
            String text,
            int bytes,
            Instant at,
            Duration delay,
            int copies)
            implements OfDatagram {}

    /** Dropped on purpose, by the loss setting. */
    record Dropped(InetSocketAddress client, String text, int bytes, Instant at)
            implements OfDatagram {}

    /** Refused by the limits against abuse. */
    record Limited(InetSocketAddress client, String text, int bytes, Instant at, Limit limit)
            implements OfDatagram {}

    /** Not answered because it cannot or must not be. */
    record Ignored(InetSocketAddress client, String text, int bytes, Instant at, Reason reason)
            implements OfDatagram {}

    /** Which limit refused a datagram. */
    enum Limit {
        CLIENT_RATE,
        ADDRESS_RATE,
        TOTAL_RATE,
        /** The same upper-case text again and again from one place: two servers answering each other. */
        ECHO_LOOP
    }

    /** Why a datagram was ignored. */
    enum Reason {
        /** From a port below 1024: a service, not a person's client. */
        SYSTEM_PORT,
        /** From the server's own address and port. */
        OWN_PORT,
        /** The reply could not be sent. */
        SEND_FAILED,
        /** Its delayed reply was still waiting when the server was switched off. */
        STOPPED
    }
}
