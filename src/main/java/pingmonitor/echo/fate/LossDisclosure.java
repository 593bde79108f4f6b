package pingmonitor.echo.fate;

import java.net.InetSocketAddress;

/** Decides which clients are told what became of their datagrams, when they ask where pings were lost. */
@FunctionalInterface
public interface LossDisclosure {
    /** Every client is told. */
    LossDisclosure FULL = asker -> true;

    /**
     * Whether a question of this client is answered; otherwise it gets no answer at all. Must return at once, and must
     * not fail: it is asked while all other datagrams wait.
     */
    boolean answers(InetSocketAddress asker);
}
