package pingmonitor.ui.common;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for. FX thread only. */
public final class LazyValue<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    /**
     * @param maker asked once at most
     */
    public LazyValue(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.orElseThrow();
    }
}
