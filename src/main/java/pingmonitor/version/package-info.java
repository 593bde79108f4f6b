/**
 * Which version of the program, of Java and of JavaFX this is, for {@code --version} and for reports of crashes. It
 * imports {@code text} and loads nothing of JavaFX.
 */
package pingmonitor.version;
