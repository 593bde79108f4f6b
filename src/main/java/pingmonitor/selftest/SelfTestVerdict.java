package pingmonitor.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.ServerLedger;
import pingmonitor.session.PingRow;
import pingmonitor.session.Statistics;

/**
 * Whether the pings of a self-test saw what the server did with them.
 *
 * @param answered by the server
 * @param dropped by the server, on purpose
 * @param late answers that came after the time-out: true to what the server did, on a slow machine
 * @param disagreements empty when the test is passed
 */
public record SelfTestVerdict(
        long answered, long dropped, long late, List<Disagreement> disagreements) {

    /** Something that cannot be if the program works. */
    public sealed interface Disagreement {

        /** The two sides say different things of a ping; both know nothing of it, one thing or several. */
        record OfPing(long sequence, List<PingFate> server, List<PingFate> client)
                implements Disagreement {}

        /** The counters do not go together. */
        record OfFigures(ServerLedger.Counters server, Statistics client) implements Disagreement {}

        /** Not all pings were sent. */
        record Incomplete(long sent) implements Disagreement {}

        /** No reply came in time, or none was dropped: then agreement proves nothing. */
        record OneFateOnly() implements Disagreement {}
    }

    public SelfTestVerdict {
        disagreements = List.copyOf(disagreements);
    }

    /**
     * Compares both sides, ping by ping and in their figures.
     *
     * @param events all that the server said of datagrams, after its end
     * @param counters the server's
     * @param rows the pings, after the end of the run
     * @param figures of these pings
     */
    public static SelfTestVerdict of(
            List<ServerEvent.OfDatagram> events,
            ServerLedger.Counters counters,
            List<PingRow> rows,
            Statistics figures) {
        List<PingFate> server = PingFate.ofServer(events);
        List<PingFate> client = PingFate.ofClient(rows);
        List<Disagreement> found = new ArrayList<>();
        if (client.size() != SelfTest.PINGS) {
            found.add(new Disagreement.Incomplete(client.size()));
        }
        TreeSet<Long> sequences = new TreeSet<>();
        server.forEach(fate -> sequences.add(fate.sequence()));
        client.forEach(fate -> sequences.add(fate.sequence()));
        for (long sequence : sequences) {
            Disagreement.OfPing ping =
                    new Disagreement.OfPing(
                            sequence, about(sequence, server), about(sequence, client));
            if (!agree(ping)) {
                found.add(ping);
            }
        }
        if (!agree(server, counters) || !agree(client, figures) || !agree(counters, figures)) {
            found.add(new Disagreement.OfFigures(counters, figures));
        }
        if (figures.received() == 0 || counters.dropped() == 0) {
            found.add(new Disagreement.OneFateOnly());
        }
        return new SelfTestVerdict(counters.answered(), counters.dropped(), figures.late(), found);
    }

    /** Whether the program works. */
    public boolean passed() {
        return disagreements.isEmpty();
    }

    private static boolean agree(Disagreement.OfPing ping) {
        return ping.server().size() == 1
                && ping.client().size() == 1
                && ping.server().get(0).leadsTo(ping.client().get(0));
    }

    private static boolean agree(List<PingFate> server, ServerLedger.Counters counters) {
        return count(server, PingFate.Kind.ANSWERED) == counters.answered()
                && count(server, PingFate.Kind.LOST) == counters.dropped();
    }

    private static boolean agree(List<PingFate> client, Statistics figures) {
        return count(client, PingFate.Kind.ANSWERED) == figures.received()
                && count(client, PingFate.Kind.LATE) == figures.late()
                && count(client, PingFate.Kind.LOST) == figures.timedOut();
    }

    private static boolean agree(ServerLedger.Counters server, Statistics client) {
        return server.received() == client.sent()
                && server.answered() == client.received() + client.late()
                && server.dropped() == client.timedOut();
    }

    private static List<PingFate> about(long sequence, List<PingFate> fates) {
        return fates.stream().filter(fate -> fate.sequence() == sequence).toList();
    }

    private static long count(List<PingFate> fates, PingFate.Kind kind) {
        return fates.stream().filter(fate -> fate.kind() == kind).count();
    }
}
