package pingmonitor.router;

/** Why the router's outside address may not be reached from the internet although the port is forwarded. */
public enum NatWarning {
    /**
     * The router's own outside address is private (RFC 1918), self-assigned or for tests (RFC 2544): another one is
     * before it.
     */
    DOUBLE_NAT,
    /** It is in 100.64.0.0/10 (RFC 6598) or 192.0.0.0/24 (RFC 7335): the provider puts many customers behind one. */
    CARRIER_NAT,
    /** It differs from the address under which the far end sees this machine. */
    SEEN_OTHERWISE
}
