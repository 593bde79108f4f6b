package pingmonitor.ping.loss;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.ReplyContent;

/** The questions of a run: those to which an answer is awaited, and the latest of all. */
final class OpenLossQuestions {
    /** Number of questions kept, so that the answer to a closed one, or its echo, is recognized. */
    private static final int REMEMBERED = 256;

    /** By differences: the clock may overflow. */
    private static final Comparator<LossQuestion> BY_DUE =
            (one, other) -> Long.signum(one.dueNanos - other.dueNanos);

    private final Map<Long, LossQuestion> open = new LinkedHashMap<>();
    private final Deque<LossQuestion> asked = new ArrayDeque<>();

    void add(LossQuestion question) {
        open.put(question.nonce(), question);
        asked.addLast(question);
        if (asked.size() > REMEMBERED) {
            asked.removeFirst();
        }
    }

    /** No answer is awaited any more. */
    void close(LossQuestion question) {
        open.remove(question.nonce());
    }

    void closeAll() {
        open.clear();
    }

    List<LossQuestion> open() {
        return List.copyOf(open.values());
    }

    int openCount() {
        return open.size();
    }

    /** When the first of the open ones is to be sent again, or given up. */
    OptionalLong dueNanos() {
        return open.values().stream()
                .min(BY_DUE)
                .map(question -> OptionalLong.of(question.dueNanos))
                .orElse(OptionalLong.empty());
    }

    /** The open one that is due first, if one is. */
    Optional<LossQuestion> due(long nowNanos) {
        return open.values().stream()
                .min(BY_DUE)
                .filter(question -> nowNanos - question.dueNanos >= 0);
    }

    /** The open one that an answer fits. */
    Optional<LossQuestion> answeredBy(FateAnswer answer) {
        return Optional.ofNullable(open.get(answer.nonce()))
                .filter(question -> question.size() == answer.fates().size());
    }

    /** The latest of all. */
    Optional<LossQuestion> latest() {
        return Optional.ofNullable(asked.peekLast());
    }

    boolean wasAsked(long nonce) {
        return asked.stream().anyMatch(question -> question.nonce() == nonce);
    }

    /** Whether a server speaks of any in its own words. */
    boolean isAnyQuotedBy(ReplyContent datagram) {
        return asked.stream().anyMatch(question -> question.isQuotedBy(datagram));
    }
}
