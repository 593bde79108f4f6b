package pingmonitor.report;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.SessionView;
import pingmonitor.text.Messages;

/** Under which address and port the server sees this machine, in words, and what that says of a NAT (RFC 3022). */
public final class MappedAddressText {
    private final Messages messages;

    public MappedAddressText(Locale locale) {
        this.messages = Messages.beside(MappedAddressText.class, locale);
    }

    /** One sentence about an event of a run. */
    public String text(SessionView session, PingEvent.MappedAddress seen) {
        String endpoint = FigureText.endpoint(seen.endpoint());
        Optional<InetSocketAddress> before = session.mappedAddressBefore(seen);
        if (before.isPresent()) {
            return messages.text("seenAs.changed", endpoint, FigureText.endpoint(before.get()));
        }
        return seen.endpoint().equals(seen.local())
                ? messages.text("seenAs.same", endpoint)
                : messages.text("seenAs.nat", endpoint, FigureText.endpoint(seen.local()));
    }
}
