/**
 * The lossy server: sockets for every local address, limits against abuse, delayed replies, and the events that tell
 * what happened. The fates themselves are decided in {@code echo.fate}. It may import {@code wire}, {@code host} and
 * {@code echo.fate}.
 */
package pingmonitor.echo;
