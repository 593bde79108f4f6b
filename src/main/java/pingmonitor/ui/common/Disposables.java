package pingmonitor.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** What a view has to undo when it goes; undone in reverse order. */
public final class Disposables {
    private final Deque<Runnable> undoings = new ArrayDeque<>();

    /** Remembers an undoing. */
    public void add(Runnable undo) {
        undoings.push(undo);
    }

    /** Tells the value now and at each change, until disposed of. */
    public <T> void follow(ObservableValue<T> observable, Consumer<? super T> consumer) {
        ChangeListener<T> listener = (property, was, is) -> consumer.accept(is);
        observable.addListener(listener);
        add(() -> observable.removeListener(listener));
        consumer.accept(observable.getValue());
    }

    /** Undoes everything. */
    public void dispose() {
        while (!undoings.isEmpty()) {
            undoings.pop().run();
        }
    }
}
