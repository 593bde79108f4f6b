package pingmonitor.echo;

/** Counts datagrams by fate. */
final class Tally {
    private long answered;
    private long dropped;
    private long limited;
    private long ignored;

    void count(ServerEvent.OfDatagram datagram) {
        if (datagram instanceof ServerEvent.Answered) {
            answered++;
        } else if (datagram instanceof ServerEvent.Dropped) {
            dropped++;
        } else if (datagram instanceof ServerEvent.Limited) {
            limited++;
        } else {
            ignored++;
        }
    }

    ServerLedger.Counters counters() {
        return new ServerLedger.Counters(answered, dropped, limited, ignored);
    }
}
