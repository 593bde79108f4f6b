package pingmonitor.ping;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.host.UnreachableErrors;

/**
 * Finds out what kind of trouble an error of the system means. Of most, Java passes on the words alone, in the
 * language of the system: English and Portuguese are known here. Those that speak of a socket ("soquete") are of
 * Windows, which has said some of them in Portuguese in two ways.
 */
public final class ProblemClassifier {
    private static final List<String> NO_ROUTE =
            List.of(
                    "unreachable",
                    "no route",
                    "host is down",
                    "network is down",
                    "protocol family",
                    "address family",
                    "cannot assign requested address",
                    "can't assign requested address",
                    "not valid in its context",
                    "dead network",
                    "host was down",
                    "incompatible with the requested protocol",
                    "cannot be reached",
                    "fora de alcance",
                    "inacessível",
                    "não há rota",
                    "sem caminho",
                    "válido no contexto",
                    "válido em seu contexto",
                    "inoperante",
                    "incompatível com o protocolo",
                    "não pode ser alcançado");
    private static final List<String> NOT_PERMITTED =
            List.of(
                    "not permitted",
                    "permission denied",
                    "forbidden by its access permissions",
                    "não permitida",
                    "permissão negada",
                    "proibida p");
    private static final List<String> TOO_LONG =
            List.of(
                    "too long",
                    "larger than the internal message buffer",
                    "muito longa",
                    "maior do que o buffer de mensage",
                    "demasiado longa");

    private static final List<String> NO_BUFFERS =
            List.of(
                    "no buffer space",
                    "lacked sufficient buffer space",
                    "espaço de buffer",
                    "espaço no buffer",
                    "espaço suficiente no buffer",
                    "espaço disponível no buffer");
    private static final List<String> TOO_MANY_OPEN =
            List.of("too many open", "arquivos abertos", "ficheiros abertos", "soquetes abertos");

    private ProblemClassifier() {}

    static Problem of(IOException error, PingPlan plan) {
        String said =
                error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        String lower = said.toLowerCase(Locale.ROOT);
        if (error instanceof ClosedChannelException) {
            return new Problem(Problem.Kind.PORT_CLOSED, plan.host(), said);
        }
        if (containsAny(lower, TOO_MANY_OPEN)) {
            return new Problem(Problem.Kind.TOO_MANY_OPEN, plan.host(), said);
        }
        if (containsAny(lower, NO_BUFFERS)) {
            return new Problem(Problem.Kind.NO_BUFFERS, plan.host(), said);
        }
        if (error instanceof NoRouteToHostException || containsAny(lower, NO_ROUTE)) {
            return new Problem(Problem.Kind.NO_ROUTE, plan.host(), said);
        }
        if (containsAny(lower, NOT_PERMITTED)) {
            return new Problem(Problem.Kind.NOT_PERMITTED, plan.host(), said);
        }
        if (containsAny(lower, TOO_LONG)) {
            return new Problem(
                    Problem.Kind.MESSAGE_TOO_LONG, Integer.toString(plan.messageBytes()), said);
        }
        return new Problem(Problem.Kind.OTHER, plan.host(), said);
    }

    /** What an error says cannot be reached, when it is news of an earlier datagram. */
    public static Optional<PingEvent.Refusal> refusal(IOException error) {
        if (UnreachableErrors.meansPort(error)) {
            return Optional.of(PingEvent.Refusal.PORT);
        }
        return UnreachableErrors.meansHost(error)
                ? Optional.of(PingEvent.Refusal.HOST)
                : Optional.empty();
    }

    private static boolean containsAny(String text, List<String> parts) {
        return parts.stream().anyMatch(text::contains);
    }
}
