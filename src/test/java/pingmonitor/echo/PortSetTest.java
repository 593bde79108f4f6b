package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PortSetTest {
    private final PortSet ports = new PortSet();

    @Test
    void everyPortCountsOnceHoweverManyThereAre() {
        for (int round = 0; round < 2; round++) {
            for (int port = 65_535; port >= 0; port--) {
                ports.add(port);
                assertEquals(round == 0 ? 65_536 - port : 65_536, ports.size());
            }
        }
    }
}
