package pingmonitor.ping;

import java.util.Optional;
import java.util.function.Function;

/** The outcome of checking an input: the value, or the problem with it. */
public sealed interface Validated<T> {

    /** The input is fine and means this. */
    record Valid<T>(T value) implements Validated<T> {}

    /** The input cannot be used. */
    record Invalid<T>(Problem problem) implements Validated<T> {}

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
    default <R> Validated<R> map(Function<T, R> function) {
        return this instanceof Valid<T> valid
                ? new Valid<>(function.apply(valid.value()))
                : new Invalid<>(((Invalid<T>) this).problem());
    }

    static <T> Validated<T> valid(T value) {
        return new Valid<>(value);
    }

    static <T> Validated<T> invalid(Problem.Kind kind, String subject) {
        return new Invalid<>(Problem.of(kind, subject));
    }
}
