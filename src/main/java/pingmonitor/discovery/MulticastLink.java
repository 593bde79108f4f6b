package pingmonitor.discovery;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * DNS-SD on one network interface; the seam at which a test puts a network of its own. Every call may take a second.
 */
interface MulticastLink {
    /** Announces a service from now on. */
    void announce(Offer offer) throws IOException;

    /** The name under which it is announced by now: another than asked for after a clash. That takes some seconds. */
    Optional<String> announcedAs();

    /**
     * Tells from now on, on a thread of its own, what comes and goes. With the same watcher again it only asks the
     * network once more, a few times within a second.
     */
    void browse(Watcher watcher);

    /** Asks the network once more for servers, without naming those that are known: these answer, too. */
    void ask();

    /** The time since anything was last heard of a server, by the name it was seen with; empty if it is not known. */
    Optional<Duration> sinceHeard(String name);

    /**
     * Whether what this machine sends to all comes back to it.
     *
     * @param givenUp asked many times a second; once it is true, this ends, with any answer
     */
    boolean hears(BooleanSupplier givenUp);

    /** Whether it gave up, as after a send that the system refused: it then says and hears nothing any more. */
    boolean isDown();

    /** Takes back what was announced and closes; takes up to five seconds. */
    void close();

    /**
     * What is announced.
     *
     * @param port of the server
     * @param id the same on every interface
     */
    record Offer(ServiceName name, int port, String id) {}

    /** Is told what comes and goes on one interface. */
    interface Watcher {
        /** A server is there, or something about it is new. */
        void seen(ServerSighting sighting);

        /** It has gone, by the name it was seen with. */
        void gone(String name);
    }

    @FunctionalInterface
    interface Factory {
        MulticastLink open(NetworkAttachment at) throws IOException;
    }
}
