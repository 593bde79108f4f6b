/**
 * Starts the jar: says what is missing here (a newer Java, libraries, the JavaFX of this platform) or starts the
 * program. It runs on Java 8 and imports nothing of the program and no library. "No display" is told by {@code ui.app},
 * which alone can find it out.
 */
package pingmonitor.boot;
