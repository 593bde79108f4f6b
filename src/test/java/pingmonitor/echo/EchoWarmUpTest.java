package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EchoWarmUpTest {
    @Test
    void eachDatagramIsAnsweredAndEachQuestion() {
        assertEquals(EchoWarmUp.DATAGRAMS + EchoWarmUp.QUESTIONS, EchoWarmUp.run(20_000));
    }
}
