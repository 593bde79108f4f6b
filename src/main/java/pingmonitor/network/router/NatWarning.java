package pingmonitor.network.router;

/** Why the router's outside address may not be reached from the internet although the port is forwarded. */
public enum NatWarning {
    /** The router's own outside address is private (RFC 1918) or self-assigned: another router is before it. */
    DOUBLE_NAT,
    /** It is in 100.64.0.0/10 (RFC 6598): the provider puts many customers behind one address. */
    CARRIER_NAT,
    /** It differs from the address under which the far end sees this machine. */
    SEEN_OTHERWISE
}
