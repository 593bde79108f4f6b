package pingmonitor.host;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.util.List;
import java.util.Locale;

/**
 * Understands an error of a UDP socket that is news of an earlier datagram: the network answered that its port or its
 * host cannot be reached. Of most, Java passes on the words alone, in the language of the system: English and
 * Portuguese are known here.
 */
public final class UnreachableErrors {
    /**
     * A UDP socket has no connection: each is an ICMP "port unreachable". Java makes {@link PortUnreachableException}
     * of Linux' ECONNREFUSED and of Windows' 10054, but not of 10061.
     */
    private static final List<String> PORT =
            List.of(
                    "connection refused",
                    "connection reset",
                    "forcibly closed",
                    "actively refused",
                    "no service is operating",
                    "conexão recusada",
                    "forçado o cancelamento",
                    "fechada forçadamente",
                    "recusou ativamente",
                    "nenhum serviço está operando");

    private static final List<String> HOST =
            List.of(
                    "unreachable",
                    "no route",
                    "host is down",
                    // Windows says so when a datagram passed too many routers (error 10052).
                    "dropped connection on reset",
                    "keep-alive activity",
                    "host was down",
                    "cannot be reached",
                    "fora de alcance",
                    "inacessível",
                    "não há rota",
                    "sem caminho",
                    "atividade keep",
                    "host de destino estava inoperante",
                    "não pode ser alcançado");

    private UnreachableErrors() {}

    /** Whether nobody listens at the port that a datagram went to. */
    public static boolean meansPort(IOException error) {
        return error instanceof PortUnreachableException
                || error instanceof ConnectException
                || contains(error, PORT);
    }

    /** Whether a datagram did not reach its host. */
    public static boolean meansHost(IOException error) {
        return error instanceof NoRouteToHostException || contains(error, HOST);
    }

    private static boolean contains(IOException error, List<String> parts) {
        String said = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(said::contains);
    }
}
