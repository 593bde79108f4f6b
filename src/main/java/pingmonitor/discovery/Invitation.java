package pingmonitor.discovery;

import java.net.InetAddress;
import java.util.Locale;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;

/**
 * An address and port to give to somebody else, in the forms that people and programs take. The form of the window and
 * the command {@code ping} understand all of them, whatever their own language.
 *
 * @param port 1 to 65535
 */
public record Invitation(InetAddress address, int port) {

    /** For a message to people, such as {@code server 192.168.1.20 port 12000}. */
    public String text(Locale locale) {
        return Messages.beside(Invitation.class, locale)
                .text("invitation", AddressText.of(address), Integer.toString(port));
    }

    /** In one word, such as {@code 192.168.1.20:12000}. */
    public String withPort() {
        return AddressText.withPort(address, port);
    }

    /** For programs, such as {@code udp://192.168.1.20:12000}. */
    public String uri() {
        return "udp://" + withPort();
    }
}
