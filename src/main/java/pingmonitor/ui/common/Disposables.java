package pingmonitor.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Actions that undo what a view has set up; they run in reverse order when it is disposed of. */
public final class Disposables {
    private final Deque<Runnable> undoings = new ArrayDeque<>();

    /** Adds an action. */
    public void add(Runnable undo) {
        undoings.push(undo);
    }

    /** Tells a value now and at each change, until disposed of. */
    public <T> void follow(ObservableValue<T> observable, Consumer<? super T> consumer) {
        ChangeListener<T> listener = (property, was, is) -> consumer.accept(is);
        observable.addListener(listener);
        add(() -> observable.removeListener(listener));
        consumer.accept(observable.getValue());
    }

    /** Keeps what is shown and what it stands for the same, until disposed of; at first as the latter is. */
    public <T> void join(Property<T> shown, Property<T> state) {
        shown.bindBidirectional(state);
        add(() -> shown.unbindBidirectional(state));
    }

    /** Runs the actions. */
    public void dispose() {
        while (!undoings.isEmpty()) {
            undoings.pop().run();
        }
    }
}
