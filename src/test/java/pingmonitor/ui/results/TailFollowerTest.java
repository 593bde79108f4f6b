package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.ui.common.Fx;

/** A table that keeps at its newest row, among so many rows that one notch of the wheel is next to nothing. */
@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class TailFollowerTest {
    private static final int MANY = 50_000;
    private static final double NOTCH = 40;

    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private TableView<Integer> table;
    private TableColumn<Integer, Integer> column;
    private TailFollower tail;

    @Start
    void open(Stage stage) {
        table = new TableView<>();
        column = new TableColumn<>("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        table.getColumns().add(column);
        table.setFixedCellSize(26);
        SortedList<Integer> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        tail = new TailFollower(table);
        stage.setScene(new Scene(table, 300, 300));
        stage.show();
    }

    @Test
    void oneNotchOfTheWheelStopsTheFollowing() throws Exception {
        begin();
        Fx.run(() -> Wheel.turn(flow(), NOTCH));
        int seen = last();
        // As at a pause of 0: the next rows come before anything is laid out.
        for (int more = 0; more < 20; more++) {
            grow();
            Fx.awaitFrames(1);
        }
        assertEquals(seen, last());
    }

    @Test
    void tableFollowsAgainAtItsEnd() throws Exception {
        begin();
        Fx.run(() -> Wheel.turn(flow(), NOTCH));
        grow();
        Fx.awaitFrames(1);
        Fx.run(() -> Wheel.turn(flow(), -10 * NOTCH));
        Fx.awaitFrames(1);
        grow();
        Fx.await(() -> last() == rows.size() - 1);
    }

    @Test
    void sortedTableShowsWhatComesFirst() throws Exception {
        begin();
        Fx.run(
                () -> {
                    column.setSortType(TableColumn.SortType.DESCENDING);
                    table.getSortOrder().add(column);
                });
        Fx.await(() -> first() == 0);
        grow();
        Fx.awaitFrames(2);
        assertEquals(0, first());
    }

    @Test
    void unsortedTableFollowsAgain() throws Exception {
        sortedTableShowsWhatComesFirst();
        Fx.run(() -> table.getSortOrder().clear());
        Fx.await(() -> last() == rows.size() - 1);
        grow();
        Fx.await(() -> last() == rows.size() - 1);
    }

    private void begin() throws TimeoutException {
        Fx.run(
                () -> {
                    rows.setAll(IntStream.range(0, MANY).boxed().toList());
                    tail.restart(true);
                });
        Fx.await(() -> last() == MANY - 1);
        Fx.awaitFrames(1);
    }

    private void grow() {
        Fx.run(() -> tail.change(() -> rows.addAll(rows.size(), rows.size() + 1)));
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    private int last() {
        return index(flow -> flow.getLastVisibleCell());
    }

    private int first() {
        return index(flow -> flow.getFirstVisibleCell());
    }

    private int index(Function<VirtualFlow<?>, IndexedCell<?>> cell) {
        return Fx.get(
                () ->
                        Optional.ofNullable(cell.apply(flow()))
                                .map(IndexedCell::getIndex)
                                .orElse(-1));
    }
}
