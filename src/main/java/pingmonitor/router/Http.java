package pingmonitor.router;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Asks a router's pages by HTTP: one question a connection, never by a proxy, no redirect followed. Of the JDK's two
 * clients one is not in the packages' runtime, and the other follows the system's proxy and has no limit of time.
 */
final class Http {
    private final InetAddress own;

    /**
     * @param own this machine's address towards the router
     */
    Http(InetAddress own) {
        this.own = own;
    }

    HttpAnswer get(HttpLocation place, Deadline deadline) throws IOException {
        return ask(place, "GET " + place.target() + " HTTP/1.1\r\n", new byte[0], deadline);
    }

    /**
     * @param action for the header {@code SOAPAction}
     * @param body XML in UTF-8
     */
    HttpAnswer post(HttpLocation place, String action, byte[] body, Deadline deadline)
            throws IOException {
        String head =
                "POST "
                        + place.target()
                        + " HTTP/1.1\r\nContent-Type: text/xml; charset=\"utf-8\"\r\nSOAPAction: \""
                        + action
                        + "\"\r\nContent-Length: "
                        + body.length
                        + "\r\n";
        return ask(place, head, body, deadline);
    }

    private HttpAnswer ask(HttpLocation place, String head, byte[] body, Deadline deadline)
            throws IOException {
        check(deadline);
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.bind(new InetSocketAddress(own, 0));
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(place.host(), place.port()), connect(deadline));
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(
                    (head + "Host: " + place.authority() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(body);
            check(deadline);
            // Some routers read head and body only when they come in one piece.
            socket.getOutputStream().write(request.toByteArray());
            return new HttpReader(new BufferedInputStream(new TimedInput(socket, deadline))).read();
        }
    }

    /** A request that comes too late is not sent: the router may grant it. */
    private static void check(Deadline deadline) throws SocketTimeoutException {
        if (deadline.isPassed()) {
            throw new SocketTimeoutException("too late");
        }
    }

    /** The refusal that an error of the connection means. */
    static MappingRefusal refusal(IOException e) {
        boolean silent =
                e instanceof SocketTimeoutException
                        || e instanceof ConnectException
                        || e instanceof NoRouteToHostException;
        return silent
                ? MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER)
                : MappingRefusal.of(MappingRefusal.Kind.NONSENSE, String.valueOf(e.getMessage()));
    }

    /** The timeout of connecting, which cannot be cancelled. */
    private static int connect(Deadline deadline) {
        return (int) Math.max(1, Math.min(1_000, deadline.leftNanos() / 1_000_000));
    }
}
