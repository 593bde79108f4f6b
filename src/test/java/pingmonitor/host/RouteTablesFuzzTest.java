package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.AnyText;
import pingmonitor.fuzz.Cases;

/** Whatever a system prints as its route table is read or left out. */
@Tag("fuzz")
@Timeout(600)
class RouteTablesFuzzTest {
    @Test
    void anyTableIsReadWithoutAnException() {
        AnyText tables =
                new AnyText(
                        Cases.random(),
                        List.of(
                                "eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n",
                                "default 192.168.1.1 UGScg en0\n",
                                "0.0.0.0 0.0.0.0 192.168.1.1 192.168.1.34 25\n",
                                "FFFFFFFF",
                                "4294967296"));
        for (int i = 0; i < Cases.count(); i++) {
            String table = tables.next();
            Stream.of(
                            RouteTables.linux(table, ByteOrder.LITTLE_ENDIAN),
                            RouteTables.mac(table),
                            RouteTables.windows(table))
                    .flatMap(List::stream)
                    .forEach(route -> assertFalse(route.gateway().isAnyLocalAddress(), table));
        }
    }
}
