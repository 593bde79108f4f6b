package pingmonitor.peers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The lab's programs, in one language or another. */
interface Peers {
    /** The lab's clients wait a second; on a machine that does more than the lab's, a reply may take that long. */
    Duration CLIENT_TIMEOUT = Duration.ofSeconds(3);

    /** What a server sends back. */
    enum Answer {
        UPPER("upper"),
        PLAIN("plain"),
        OWN_TEXT("own-text"),
        CRLF("crlf");

        static final String TEXT = "Hello from the server, message received";

        private final String option;

        Answer(String option) {
            this.option = option;
        }

        String option() {
            return option;
        }
    }

    /** The lab's own server: upper-cases, and drops 4 of 11 by chance. */
    PeerServer labServer(long seed) throws Exception;

    /**
     * A student's server.
     *
     * @param script fates of the first datagrams: {@code drop}, {@code hold} (answered only when the next one is in) or
     *     milliseconds of blocking delay; the others are answered at once
     */
    PeerServer scriptedServer(Answer answer, String... script) throws Exception;

    /** A server that sleeps for up to so long before each reply, as the book's Java server does. */
    PeerServer delayingServer(long seed, int upToMillis) throws Exception;

    /** Runs the lab's own client to its end: ten pings, and what it took for their replies. */
    List<Optional<String>> labClient(int port) throws Exception;

    /** Runs the book's Java client to its end; every number from 0 to 9 is sent so many times. */
    List<Optional<String>> javaLabClient(int port, int timesEach) throws Exception;
}
