package pingmonitor.cli;

import java.util.List;
import java.util.Locale;
import pingmonitor.discovery.Invitation;
import pingmonitor.host.LanAddress;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;

/** What to pass on to whoever shall ping the server. */
final class InvitationLines {
    private final Locale locale;
    private final boolean json;

    InvitationLines(Locale locale, boolean json) {
        this.locale = locale;
        this.json = json;
    }

    /** The best of the addresses, in one line; none where nobody else can reach this machine. */
    List<String> of(List<LanAddress> addresses, int port) {
        return addresses.stream()
                .limit(1)
                .map(best -> new Invitation(best.address(), port))
                .map(this::line)
                .toList();
    }

    private String line(Invitation invitation) {
        String text = invitation.text(locale);
        if (!json) {
            return Messages.beside(InvitationLines.class, locale).text("serve.invitation", text);
        }
        String address = AddressText.of(invitation.address());
        return JsonLines.of(
                new Line("invitation", text, invitation.uri(), address, invitation.port()));
    }

    private record Line(String event, String text, String uri, String address, int port) {}
}
