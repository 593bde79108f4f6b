package pingmonitor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.20, 192.168.1.20",
        "2001:db8:0:0:0:0:0:1, 2001:db8::1",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "fe80::1%1, fe80::1%1",
        "::1%1, ::1",
        "2001:DB8:AB:0:0:0:CD:EF, 2001:db8:ab::cd:ef"
    })
    void isShortAsInRfc5952(String full, String expected) throws UnknownHostException {
        assertEquals(expected, AddressText.of(InetAddress.getByName(full)));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7, 10.0.0.7:12000", "2001:db8:0:0:0:0:0:1, [2001:db8::1]:12000"})
    void bracketsKeepAnIpv6AddressApartFromItsPort(String address, String expected)
            throws UnknownHostException {
        assertEquals(expected, AddressText.withPort(InetAddress.getByName(address), 12_000));
    }
}
