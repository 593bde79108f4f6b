/**
 * Where pings were lost: asks the server, remembers what it says, and judges. It is an extension of a run, handed in by
 * whoever makes the run, and imports {@code wire} and {@code ping}; {@code ping} never imports it.
 */
package pingmonitor.ping.loss;
