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
                        "Foi forçado o cancelamento de uma conexão existente pelo host remoto"));
    }

    static Stream<IOException> ofHost() {
        return Stream.of(
                new NoRouteToHostException(),
                new IOException("Host is down"),
                new SocketException("Network dropped connection on reset"),
                new IOException("Não há rota para o host"));
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
