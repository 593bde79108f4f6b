package pingmonitor.wire;

/**
 * One request of the lab as it goes on the wire: {@code Ping <sequence> <unix time with microseconds>}.
 *
 * @param sequence the ping's number, from 1
 * @param timeToken the sending time as text, Unix seconds with six decimals, e.g. {@code 1795342927.102331}
 * @param bytes the datagram, padded with spaces where a size was asked for; never changed after construction
 */
public record PingRequest(long sequence, String timeToken, byte[] bytes) {}
