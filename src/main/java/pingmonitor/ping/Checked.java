package pingmonitor.ping;

import java.util.Optional;
import java.util.function.Function;

/** The outcome of checking an input: the value, or the problem with it. */
public sealed interface Checked<T> {

    /** The input is fine and means this. */
    record Valid<T>(T value) implements Checked<T> {}

    /** The input cannot be used. */
    record Invalid<T>(Problem problem) implements Checked<T> {}

    /** The value, if there is one. */
    default Optional<T> valueIfValid() {
        return this instanceof Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
    }

    /** The problem, if there is one. */
    default Optional<Problem> problemIfInvalid() {
        return this instanceof Invalid<T> invalid
                ? Optional.of(invalid.problem())
                : Optional.empty();
    }

    /** The value under a function; a problem stays. */
    default <R> Checked<R> map(Function<T, R> function) {
        return this instanceof Valid<T> valid
                ? new Valid<>(function.apply(valid.value()))
                : new Invalid<>(((Invalid<T>) this).problem());
    }

    static <T> Checked<T> valid(T value) {
        return new Valid<>(value);
    }

    static <T> Checked<T> invalid(Problem.Kind kind, String subject) {
        return new Invalid<>(Problem.of(kind, subject));
    }
}
