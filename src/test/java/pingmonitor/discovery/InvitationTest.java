package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.ping.input.PlanInput;

/** What is given away is understood by whoever takes it. */
class InvitationTest {
    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    @Test
    void anInvitationHasItsTextAddressAndUri() throws UnknownHostException {
        Invitation four = invitation("192.168.1.20");
        assertEquals("server 192.168.1.20 port 12000", four.text(Locale.ENGLISH));
        assertEquals("servidor 192.168.1.20 porta 12000", four.text(BRAZIL));
        assertEquals("192.168.1.20:12000", four.withPort());
        assertEquals("udp://192.168.1.20:12000", four.uri());
        Invitation six = invitation("2001:db8::7");
        assertEquals("server 2001:db8::7 port 12000", six.text(Locale.ENGLISH));
        assertEquals("[2001:db8::7]:12000", six.withPort());
        assertEquals("udp://[2001:db8::7]:12000", six.uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.1.20",
                "2001:db8::7",
                "2001:db8::",
                "2001:db8:0:1::",
                "169.254.3.4"
            })
    void everyFormOfAnInvitationIsParsed(String address) throws UnknownHostException {
        Invitation given = invitation(address);
        for (String form :
                List.of(
                        given.text(Locale.ENGLISH),
                        given.text(BRAZIL),
                        "Olá! " + given.text(BRAZIL) + ", até já",
                        "(" + given.text(Locale.ENGLISH) + ")",
                        given.withPort(),
                        given.uri())) {
            HostAndPort taken = PlanInput.hostAndPort(form).orElseThrow();
            assertEquals(
                    Optional.of(InetAddress.getByName(address)),
                    PlanInput.host(taken.host()).valueIfValid().map(InvitationTest::ip),
                    form);
            assertEquals(Optional.of(12_000), PlanInput.port(taken.port()).valueIfValid(), form);
        }
    }

    private static InetAddress ip(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Invitation invitation(String address) throws UnknownHostException {
        return new Invitation(InetAddress.getByName(address), 12_000);
    }
}
