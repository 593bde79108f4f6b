package pingmonitor.peers;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;

/**
 * What our server does with a client's ten datagrams.
 *
 * @param loss of the server
 * @param duplicates of the server
 * @param fates a pattern of the datagrams' fates, a letter each: (a)nswered, (d)ropped, (l)imited, (i)gnored
 * @param hangs whether the client waits for ever
 * @param hint what the server notices about the client
 * @param heard what the client says it heard, of the texts that were sent back
 */
record ClientExpectation(
        double loss,
        double duplicates,
        String fates,
        boolean hangs,
        Optional<Class<? extends ServerEvent.Hint>> hint,
        UnaryOperator<List<String>> heard) {

    /** Of a client that hears every reply as it was sent. */
    static ClientExpectation allAnswered() {
        return new ClientExpectation(
                0, 0, "a{10}", false, Optional.empty(), UnaryOperator.identity());
    }

    /** The same with a server that answers everything twice. */
    ClientExpectation withDuplicates() {
        return new ClientExpectation(loss, 1, fates, hangs, hint, heard);
    }

    /** The same with a server that loses some, and the client sends nothing more once a datagram was dropped. */
    ClientExpectation hangingAtTheFirstLoss() {
        return new ClientExpectation(0.3, duplicates, "a+d", true, hint, heard);
    }

    /** The same, and the server notices something. */
    ClientExpectation noticed(Class<? extends ServerEvent.Hint> what) {
        return new ClientExpectation(loss, duplicates, fates, hangs, Optional.of(what), heard);
    }

    /** The same, but what it says it heard is something else. */
    ClientExpectation hearing(UnaryOperator<List<String>> other) {
        return new ClientExpectation(loss, duplicates, fates, hangs, hint, other);
    }

    /** What the server is set to. */
    Impairments impairments(ReplyText replyText) {
        return new Impairments(loss, Delay.NONE, duplicates, 0, replyText);
    }
}
