package pingmonitor.router;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A page at a router.
 *
 * @param host the router's address
 * @param port 1 to 65535
 * @param target path and query as in the request line
 */
record HttpLocation(InetAddress host, int port, String target) {
    private static final int USUAL_PORT = 80;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST = 1_024;

    /** The place a URL names, if it is at that machine, under its address, by plain HTTP. */
    static Optional<HttpLocation> of(String url, InetAddress onlyAt) {
        return uri(url).flatMap(uri -> of(uri, onlyAt));
    }

    /** The place a reference in a document of this place leads to, if it is at the same machine. */
    Optional<HttpLocation> at(String reference) {
        return uri(reference).map(uri().orElseThrow()::resolve).flatMap(uri -> of(uri, host));
    }

    private static Optional<HttpLocation> of(URI uri, InetAddress onlyAt) {
        boolean usable =
                "http".equalsIgnoreCase(uri.getScheme())
                        && onlyAt instanceof Inet4Address
                        && onlyAt.getHostAddress().equals(uri.getHost())
                        && uri.getRawUserInfo() == null
                        && uri.getPort() != 0
                        && uri.getPort() <= LAST_PORT;
        if (!usable) {
            return Optional.empty();
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        String target = path + query;
        // A URI may hold letters of all scripts, but a request line may not.
        return target.startsWith("/") && target.chars().allMatch(c -> c > ' ' && c < 0x7f)
                ? Optional.of(new HttpLocation(onlyAt, port, target))
                : Optional.empty();
    }

    private Optional<URI> uri() {
        return uri("http://" + authority() + target);
    }

    /** Address and port, as the header {@code Host} has them. */
    String authority() {
        return host.getHostAddress() + ":" + port;
    }

    private static Optional<URI> uri(String text) {
        try {
            return text.length() > LONGEST ? Optional.empty() : Optional.of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
