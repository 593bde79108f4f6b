package pingmonitor.router;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A way to ask that answers as it is told, and notes what it was asked. */
final class ScriptedClient implements RouterClient {
    final List<Ask> asked = new ArrayList<>();
    final List<Integer> unmapped = new ArrayList<>();

    /** What was left of the time at each question, in ns. */
    final List<Long> leftNanos = new ArrayList<>();

    /** The same when a mapping was to be removed. */
    final List<Long> leftToUnmapNanos = new ArrayList<>();

    boolean confirmsRemoval = true;
    boolean closed;
    int prepared;

    private final Protocol protocol;
    private final Deque<Function<Ask, Answer>> answers = new ArrayDeque<>();
    private Function<Ask, Answer> usual =
            ask -> new Denial(MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER));

    ScriptedClient(Protocol protocol) {
        this.protocol = protocol;
    }

    /** From now on, when nothing else is to come first. */
    ScriptedClient usually(Function<Ask, Answer> answer) {
        usual = answer;
        return this;
    }

    ScriptedClient usually(MappingRefusal.Kind kind) {
        return usually(ask -> new Denial(MappingRefusal.of(kind)));
    }

    /** Once. */
    ScriptedClient then(Function<Ask, Answer> answer) {
        answers.add(answer);
        return this;
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public void prepare(Deadline deadline) {
        prepared++;
    }

    @Override
    public Answer map(Ask ask, Deadline deadline) {
        asked.add(ask);
        leftNanos.add(deadline.leftNanos());
        return Optional.ofNullable(answers.poll()).orElse(usual).apply(ask);
    }

    @Override
    public boolean unmap(Mapping mapping, Deadline deadline) {
        unmapped.add(mapping.externalPort());
        leftToUnmapNanos.add(deadline.leftNanos());
        return confirmsRemoval;
    }

    @Override
    public Optional<String> routerName() {
        return Optional.of("uuid:router");
    }

    @Override
    public void close() {
        closed = true;
    }
}
