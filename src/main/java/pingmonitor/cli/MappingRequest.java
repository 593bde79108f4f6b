package pingmonitor.cli;

import java.time.Duration;
import pingmonitor.router.Consent;

/**
 * That the router is to forward the server's port.
 *
 * @param consent given with the option
 * @param lease for how long at a time
 */
record MappingRequest(Consent consent, Duration lease) {}
