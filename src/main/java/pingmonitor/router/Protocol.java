package pingmonitor.router;

/** The ways to ask a router, best first. */
public enum Protocol {
    /** Port Control Protocol, RFC 6887. */
    PCP,
    /** NAT Port Mapping Protocol, RFC 6886. */
    NAT_PMP,
    /** UPnP Internet Gateway Device, version 1 or 2. */
    UPNP
}
