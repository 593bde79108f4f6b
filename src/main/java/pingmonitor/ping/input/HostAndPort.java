package pingmonitor.ping.input;

/** A host and a port as they were typed, not checked. */
public record HostAndPort(String host, String port) {}
