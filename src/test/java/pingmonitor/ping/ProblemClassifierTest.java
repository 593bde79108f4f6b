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

    /** Of each error: in English, in Portuguese, and in Portuguese as Microsoft's pages have it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NOT_PERMITTED; An attempt was made to access a socket in a way forbidden by its"
                        + " access permissions; Foi feita uma tentativa de acesso a um soquete de"
                        + " uma maneira que é proibida pelas permissões de acesso; Foi feita uma"
                        + " tentativa de acessar um soquete de uma maneira proibida por suas"
                        + " permissões de acesso",
                "TOO_MANY_OPEN; Too many open sockets; Muitos soquetes abertos; Muitos soquetes"
                        + " abertos",
                "MESSAGE_TOO_LONG; A message sent on a datagram socket was larger than the"
                        + " internal message buffer or some other network limit; Uma mensagem"
                        + " enviada em um soquete de datagrama era maior do que o buffer de"
                        + " mensagens internas; Uma mensagem enviada em um soquete de datagrama"
                        + " era maior do que o buffer de mensagem interno",
                "NO_ROUTE; An address incompatible with the requested protocol was used; Foi usado"
                        + " um endereço incompatível com o protocolo solicitado; Foi usado um"
                        + " endereço incompatível com o protocolo solicitado",
                "NO_ROUTE; The requested address is not valid in its context; O endereço solicitado"
                        + " não é válido no contexto; O endereço solicitado não é válido em seu"
                        + " contexto",
                "NO_ROUTE; A socket operation encountered a dead network; Uma operação de soquete"
                        + " encontrou uma rede inoperante; Uma operação de soquete encontrou uma"
                        + " rede inoperante",
                "NO_ROUTE; A socket operation was attempted to an unreachable network; Foi tentada"
                        + " uma operação de soquete em uma rede fora de alcance; Uma operação de"
                        + " soquete foi tentada em uma rede inacessível",
                "NO_BUFFERS; An operation on a socket could not be performed because the system"
                        + " lacked sufficient buffer space or because a queue was full; Uma"
                        + " operação em um soquete não pôde ser executada porque o sistema não"
                        + " tinha espaço suficiente no buffer ou porque uma fila estava cheia; Uma"
                        + " operação em um soquete não pôde ser executada porque o sistema não tem"
                        + " espaço suficiente no buffer ou porque uma fila estava cheia",
                "NO_ROUTE; A socket operation failed because the destination host was down; Uma"
                        + " operação de soquete falhou porque o host de destino estava inoperante;"
                        + " Uma operação de soquete falhou porque o host de destino estava"
                        + " inoperante",
                "NO_ROUTE; A socket operation was attempted to an unreachable host; Uma operação de"
                        + " soquete foi tentada em um host inacessível; Uma operação de soquete"
                        + " foi tentada em um host inacessível",
                "NO_ROUTE; The network location cannot be reached; O local de rede não pode ser"
                        + " alcançado; O local de rede não pode ser alcançado"
            })
    void errorsOfWindowsAreUnderstood(
            Problem.Kind kind, String english, String portuguese, String ofThePages) {
        for (String said : new String[] {english, portuguese, ofThePages}) {
            assertEquals(kind, ProblemClassifier.of(new IOException(said), PLAN).kind(), said);
        }
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
