package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Something that happened at the server, in order, one at a time. Every datagram received leads to exactly one
 * {@link OfDatagram} event: when its (first) reply left, or when it was decided that there will be none.
 */
public sealed interface ServerEvent {

    /**
     * What the function for its kind makes of the event: a new kind does not compile before every caller handles it.
     */
    <R> R fold(
            Function<Listening, R> listening,
            Function<Stopped, R> stopped,
            Function<OfDatagram, R> datagram,
            Function<Hint, R> hint);

    /** The server listens; again when the machine's addresses changed. */
    record Listening(int port, List<InetAddress> addresses, int receiveBufferBytes, Instant at)
            implements ServerEvent {
        @Override
        public <R> R fold(
                Function<Listening, R> listening,
                Function<Stopped, R> stopped,
                Function<OfDatagram, R> datagram,
                Function<Hint, R> hint) {
            return listening.apply(this);
        }
    }

    /** The server is closed; the last event. */
    record Stopped(Instant at) implements ServerEvent {
        @Override
        public <R> R fold(
                Function<Listening, R> listening,
                Function<Stopped, R> stopped,
                Function<OfDatagram, R> datagram,
                Function<Hint, R> hint) {
            return stopped.apply(this);
        }
    }

    /** Something about one client, which is an address and port. */
    sealed interface OfClient extends ServerEvent {
        InetSocketAddress client();

        /** What it sent, for display: one harmless line, empty where there is none. */
        String text();

        Instant at();

        /** As {@link #fold}, for an event that is about a client. */
        <R> R foldClient(Function<OfDatagram, R> datagram, Function<Hint, R> hint);

        @Override
        default <R> R fold(
                Function<Listening, R> listening,
                Function<Stopped, R> stopped,
                Function<OfDatagram, R> datagram,
                Function<Hint, R> hint) {
            return foldClient(datagram, hint);
        }
    }

    /** The fate of one datagram. */
    sealed interface OfDatagram extends OfClient {
        /** Length received. */
        int bytes();

        /** As {@link #fold}, for the fate of a datagram. */
        <R> R foldFate(
                Function<Answered, R> answered,
                Function<Dropped, R> dropped,
                Function<Limited, R> limited,
                Function<Ignored, R> ignored);

        @Override
        default <R> R foldClient(Function<OfDatagram, R> datagram, Function<Hint, R> hint) {
            return datagram.apply(this);
        }
    }

    /**
     * What the server noticed about a client that may be of use to its author; it may mean something else. Told once.
     */
    sealed interface Hint extends OfClient {
        @Override
        default String text() {
            return "";
        }

        /** As {@link #fold}, for a hint. */
        <R> R foldHint(Function<SilentAfterDrop, R> silent, Function<NextSoonAfter, R> soon);

        @Override
        default <R> R foldClient(Function<OfDatagram, R> datagram, Function<Hint, R> hint) {
            return hint.apply(this);
        }
    }

    /**
     * The client's first dropped datagram was its last one, and its port is still open as far as can be known: it may
     * wait for a reply without a timeout.
     *
     * @param silence since the datagram was dropped
     */
    record SilentAfterDrop(InetSocketAddress client, Instant at, Duration silence) implements Hint {
        @Override
        public <R> R foldHint(
                Function<SilentAfterDrop, R> silent, Function<NextSoonAfter, R> soon) {
            return silent.apply(this);
        }
    }

    /**
     * The client's next datagram came so soon after a stray reply that it may have taken that for the answer, as a
     * client does that does not compare the numbers.
     *
     * @param gap from the reply to the next datagram
     */
    record NextSoonAfter(InetSocketAddress client, Instant at, Stray stray, Duration gap)
            implements Hint {
        @Override
        public <R> R foldHint(
                Function<SilentAfterDrop, R> silent, Function<NextSoonAfter, R> soon) {
            return soon.apply(this);
        }
    }

    /** A reply that does not answer the client's latest datagram. */
    enum Stray {
        /** The second of two replies to one datagram. */
        COPY,
        /** It left when a later datagram of the client had come. */
        LATE_REPLY
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
            implements OfDatagram {
        @Override
        public <R> R foldFate(
                Function<Answered, R> answered,
                Function<Dropped, R> dropped,
                Function<Limited, R> limited,
                Function<Ignored, R> ignored) {
            return answered.apply(this);
        }
    }

    /** Dropped on purpose, by the loss setting. */
    record Dropped(InetSocketAddress client, String text, int bytes, Instant at)
            implements OfDatagram {
        @Override
        public <R> R foldFate(
                Function<Answered, R> answered,
                Function<Dropped, R> dropped,
                Function<Limited, R> limited,
                Function<Ignored, R> ignored) {
            return dropped.apply(this);
        }
    }

    /** Refused by the limits against abuse. */
    record Limited(InetSocketAddress client, String text, int bytes, Instant at, Limit limit)
            implements OfDatagram {
        @Override
        public <R> R foldFate(
                Function<Answered, R> answered,
                Function<Dropped, R> dropped,
                Function<Limited, R> limited,
                Function<Ignored, R> ignored) {
            return limited.apply(this);
        }
    }

    /** Not answered because it cannot or must not be. */
    record Ignored(InetSocketAddress client, String text, int bytes, Instant at, Reason reason)
            implements OfDatagram {
        @Override
        public <R> R foldFate(
                Function<Answered, R> answered,
                Function<Dropped, R> dropped,
                Function<Limited, R> limited,
                Function<Ignored, R> ignored) {
            return ignored.apply(this);
        }
    }

    /** Which limit refused a datagram. */
    enum Limit {
        CLIENT_RATE,
        ADDRESS_RATE,
        TOTAL_RATE,
        /**
         * The same payload, which the reply would not change, again and again from one place: two servers answering
         * each other.
         */
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
