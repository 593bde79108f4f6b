package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EchoWarmUpTest {
    @Test
    void eachDatagramIsAnswered() {
        assertEquals(EchoWarmUp.DATAGRAMS, EchoWarmUp.run(20_000));
    }
}
