/**
 * The self-test: the lab at the program's own server, and the verdict whether server and client say the same of each
 * ping. The terminal and the window both run it. It imports {@code ping}, {@code echo}, {@code session}, {@code wire}
 * and {@code text}.
 */
package pingmonitor.selftest;
