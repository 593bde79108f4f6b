package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemClassifierTest {
    private static final PingPlan PLAN =
            new PingPlan(
                    "lab.example",
                    12_000,
                    AddressFamily.ANY,
                    1,
                    Duration.ofSeconds(1),
                    Pacing.DEFAULT,
                    9_000);

    @ParameterizedTest
    @CsvSource(
            value = {
                "Too many open files, TOO_MANY_OPEN, lab.example",
                "Número excessivo de arquivos abertos, TOO_MANY_OPEN, lab.example",
                "No buffer space available, NO_BUFFERS, lab.example",
                "Não há espaço de buffer disponível, NO_BUFFERS, lab.example",
                "Network is unreachable, NO_ROUTE, lab.example",
                "Não há rota para o host, NO_ROUTE, lab.example",
                "Operation not permitted, NOT_PERMITTED, lab.example",
                "Permissão negada, NOT_PERMITTED, lab.example",
                "Message too long, MESSAGE_TOO_LONG, 9000",
                "Mensagem muito longa, MESSAGE_TOO_LONG, 9000",
                "Something else, OTHER, lab.example"
            })
    void theSystemsWordsAreUnderstoodInBothLanguages(
            String said, Problem.Kind kind, String subject) {
        assertEquals(
                new Problem(kind, subject, said),
                ProblemClassifier.of(new IOException(said), PLAN));
    }

    @Test
    void anErrorWithoutWordsIsToldByItsName() {
        assertEquals(
                new Problem(Problem.Kind.OTHER, "lab.example", "IOException"),
                ProblemClassifier.of(new IOException(), PLAN));
    }

    @Test
    void onlyNewsOfAnEarlierDatagramIsARefusal() {
        assertEquals(
                Optional.of(PingEvent.Refusal.PORT),
                ProblemClassifier.refusal(new PortUnreachableException()));
        assertEquals(
                Optional.of(PingEvent.Refusal.PORT),
                ProblemClassifier.refusal(new ConnectException("Connection refused")));
        assertEquals(
                Optional.of(PingEvent.Refusal.PORT),
                ProblemClassifier.refusal(new SocketException("Connection reset by peer")));
        assertEquals(
                Optional.of(PingEvent.Refusal.HOST),
                ProblemClassifier.refusal(
                        new SocketException("Network dropped connection on reset")));
        assertEquals(
                Optional.of(PingEvent.Refusal.HOST),
                ProblemClassifier.refusal(new NoRouteToHostException()));
        assertEquals(
                Optional.of(PingEvent.Refusal.HOST),
                ProblemClassifier.refusal(new IOException("Host is down")));
        assertEquals(
                Optional.empty(),
                ProblemClassifier.refusal(new IOException("Operation not permitted")));
        assertEquals(Optional.empty(), ProblemClassifier.refusal(new IOException()));
    }
}
