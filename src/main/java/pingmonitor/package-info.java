/**
 * Where the program starts: arguments lead to {@code cli}, none lead to {@code ui.app}. {@code boot} calls it by its
 * name after its check of the computer.
 */
package pingmonitor;
