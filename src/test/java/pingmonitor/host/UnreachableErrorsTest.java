package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreachableErrorsTest {
    static Stream<IOException> ofPort() {
        return Stream.of(
                new PortUnreachableException(),
                new ConnectException("Connection refused"),
                new SocketException("Connection reset by peer"),
                new IOException("Conexão recusada"),
                new IOException("An existing connection was forcibly closed by the remote host"),
                new IOException(
                        "Foi forçado o cancelamento de uma conexão existente pelo host remoto"),
                new IOException("Uma conexão existente foi fechada forçadamente pelo host remoto"),
                new IOException(
                        "No connection could be made because the target machine actively refused"
                                + " it"),
                new IOException(
                        "Nenhuma conexão pôde ser feita porque a máquina de destino as recusou"
                                + " ativamente"),
                new IOException(
                        "No service is operating at the destination network endpoint on the remote"
                                + " system"),
                new IOException(
                        "Nenhum serviço está operando no ponto de extremidade de rede de destino"
                                + " no sistema remoto"));
    }

    static Stream<IOException> ofHost() {
        return Stream.of(
                new NoRouteToHostException(),
                new IOException("Host is down"),
                new SocketException("Network dropped connection on reset"),
                new IOException("Não há rota para o host"),
                new IOException(
                        "The connection has been broken due to keep-alive activity detecting a"
                                + " failure while the operation was in progress"),
                new IOException(
                        "A conexão foi interrompida devido à atividade Keep Alive que detecta uma"
                                + " falha enquanto a operação estava em andamento"),
                new IOException("A socket operation failed because the destination host was down"),
                new IOException(
                        "Uma operação de soquete falhou porque o host de destino estava"
                                + " inoperante"),
                new IOException("The network location cannot be reached"),
                new IOException("Uma operação de soquete foi tentada em um host inacessível"));
    }

    @ParameterizedTest
    @MethodSource("ofPort")
    void aClosedPortIsUnderstood(IOException error) {
        assertTrue(UnreachableErrors.meansPort(error));
        assertFalse(UnreachableErrors.meansHost(error));
    }

    @ParameterizedTest
    @MethodSource("ofHost")
    void aHostOutOfReachIsUnderstood(IOException error) {
        assertTrue(UnreachableErrors.meansHost(error));
        assertFalse(UnreachableErrors.meansPort(error));
    }
}
