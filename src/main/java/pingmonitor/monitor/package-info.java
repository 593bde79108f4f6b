/**
 * Live runs, any number at once: each with its plan, session, state and thread, started and stopped alone. A monitor
 * watches several targets by them, and tells outages and recoveries. Knows no screen. Of ours it may import {@code
 * ping}, {@code ping.loss}, {@code session}, {@code series} and {@code store}.
 */
package pingmonitor.monitor;
