/**
 * What becomes of a datagram: policies that decide fates, by seeded dice or otherwise, and what may be told about them.
 * It imports nothing of ours.
 */
package pingmonitor.echo.fate;
