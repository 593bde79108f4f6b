package pingmonitor.echo;

/** Counts datagrams by fate. */
final class Tally {
    private final long[] counts = new long[4];

    void count(ServerEvent.OfDatagram datagram) {
        int place = datagram.foldFate(answered -> 0, dropped -> 1, limited -> 2, ignored -> 3);
        counts[place]++;
    }

    ServerLedger.Counters counters() {
        return new ServerLedger.Counters(counts[0], counts[1], counts[2], counts[3]);
    }
}
