package pingmonitor.ping.loss;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingSocket;
import pingmonitor.ping.ProblemClassifier;

/** Sends questions. A refusal of an earlier datagram may come out at that, and the question has then not left. */
final class QuestionSender {
    /** The network refused something that a socket sent before. */
    record News(PingSocket socket, PingEvent.Refusal refusal) {}

    private final SocketQuestions sockets;

    QuestionSender(SocketQuestions sockets) {
        this.sockets = sockets;
    }

    /**
     * Sends a question, or has it fail.
     *
     * @param isOfQuestion takes a refusal by a socket that is about an earlier question
     * @return a refusal of a ping
     */
    Optional<News> send(
            LossQuestion question, PingSocket socket, Predicate<PingSocket> isOfQuestion) {
        try {
            transmit(question, socket);
            return Optional.empty();
        } catch (IOException e) {
            Optional<PingEvent.Refusal> refusal = ProblemClassifier.refusal(e);
            return refusal.isPresent() && isOfQuestion.test(socket)
                    ? Optional.empty()
                    : sendAfter(refusal, question, socket).map(said -> new News(socket, said));
        }
    }

    /** As with a ping: what comes again is no news, but of the question, which is then a try that failed. */
    private Optional<PingEvent.Refusal> sendAfter(
            Optional<PingEvent.Refusal> refusal, LossQuestion question, PingSocket socket) {
        try {
            transmit(question, socket);
            return refusal;
        } catch (IOException e) {
            return refusal.filter(PingEvent.Refusal.PORT::equals);
        }
    }

    private void transmit(LossQuestion question, PingSocket socket) throws IOException {
        question.sentBy = Optional.of(socket);
        socket.send(question.content());
        sockets.asked(socket);
    }
}
