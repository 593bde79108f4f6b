package pingmonitor.echo;

import java.time.Duration;

/**
 * What the server finds around it; other than the real one in tests.
 *
 * @param rescanPeriod how often the addresses are looked for
 */
record Surroundings(LocalAddresses addresses, Duration rescanPeriod, Clocks clocks) {}
