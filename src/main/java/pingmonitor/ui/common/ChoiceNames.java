package pingmonitor.ui.common;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Names the choices of a list; what is chosen is never typed. */
public final class ChoiceNames<T> extends StringConverter<T> {
    private final Function<T, String> name;

    /**
     * @param name of a choice; where nothing is chosen yet it is not asked
     */
    public ChoiceNames(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : name.apply(choice);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("a choice is not typed");
    }
}
