package pingmonitor.router;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Asks one router in one way. Keeps what it needs to renew and to remove. Not for several threads. */
interface RouterClient extends AutoCloseable {

    Protocol protocol();

    /** Begins what takes long, such as a search, while better ways are tried; makes no mapping. */
    void prepare(Deadline deadline);

    /** Makes the mapping, or makes it last longer. */
    Answer map(Ask ask, Deadline deadline);

    /**
     * Removes the mapping.
     *
     * @return whether the router confirmed that it is gone
     */
    boolean unmap(Mapping mapping, Deadline deadline);

    /** By which the router is known again after a crash; empty where the protocol has none, or before it is found. */
    default Optional<String> routerName() {
        return Optional.empty();
    }

    /** Lets go of what was prepared; removes nothing. */
    @Override
    void close();

    /**
     * What is wished for.
     *
     * @param internalPort where this machine listens
     * @param externalPort at the router's outside
     * @param lease zero for a mapping without an end
     * @param again whether this mapping stands and is to last longer
     */
    record Ask(int internalPort, int externalPort, Duration lease, boolean again) {}

    sealed interface Answer {}

    /**
     * Granted.
     *
     * @param gateway who granted it
     * @param externalAddress of the router, where it told
     * @param externalPort may be another than was wished for
     * @param lease zero for a mapping without an end
     * @param epochSeconds since when the router remembers its mappings, where the protocol tells
     */
    record Grant(
            Gateway gateway,
            Optional<InetAddress> externalAddress,
            int externalPort,
            Duration lease,
            OptionalLong epochSeconds)
            implements Answer {}

    /**
     * Not granted.
     *
     * @param openPort the external port at which the router may have made the mapping all the same; the caller has to
     *     remove it
     */
    record Denial(MappingRefusal refusal, OptionalInt openPort) implements Answer {

        /** It is sure that nothing was made. */
        Denial(MappingRefusal refusal) {
            this(refusal, OptionalInt.empty());
        }

        /** The router said nothing to the wish itself. */
        static Denial silent(Ask ask, Optional<InetAddress> externalAddress) {
            return new Denial(
                    MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER).seenWith(externalAddress),
                    OptionalInt.of(ask.externalPort()));
        }
    }
}
