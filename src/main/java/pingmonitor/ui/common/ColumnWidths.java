package pingmonitor.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;

/** Sets the widths of a table's columns in em, so that they grow with the text. */
public final class ColumnWidths {
    /** Table widths in em at which columns have their narrow and their wide form. */
    private static final double NARROW_TABLE = 48;

    private static final double WIDE_TABLE = 66;
    private static final double SCROLL_BAR = 1.1;
    private static final double DIGIT = 0.62;
    private static final double NUMBER_PADDING = 1.2;

    private final TableView<?> table;
    private final ObservableValue<Font> font;
    private final List<TableColumn<?, ?>> fixed = new ArrayList<>();

    /**
     * @param font of the table's text
     */
    public ColumnWidths(TableView<?> table, ObservableValue<Font> font) {
        this.table = table;
        this.font = font;
    }

    /** A column of constant width. */
    public void fix(TableColumn<?, ?> column, double width) {
        fix(column, width, width);
    }

    /** A column that is wider in a wide table. */
    public void fix(TableColumn<?, ?> column, double narrow, double wide) {
        fix(column, narrow, wide, new SimpleDoubleProperty());
    }

    /** A column that is wider in a wide table, and wider still while its content needs it. */
    public void fix(
            TableColumn<?, ?> column, double narrow, double wide, ObservableDoubleValue more) {
        fixed.add(column);
        column.prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> em() * (narrow + wideness() * (wide - narrow) + more.get()),
                                table.widthProperty(),
                                font,
                                more));
    }

    /** A column of numbers with a given count of digits. */
    public void fixDigits(TableColumn<?, ?> column, ObservableIntegerValue digits) {
        fixed.add(column);
        column.prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> em() * (NUMBER_PADDING + DIGIT * digits.get()),
                                digits,
                                font));
    }

    /** The column that takes the rest of the width; to be called last. */
    public void fill(TableColumn<?, ?> column, double minEm) {
        List<Observable> dependencies = new ArrayList<>(List.of(table.widthProperty(), font));
        fixed.forEach(other -> dependencies.add(other.widthProperty()));
        column.prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.max(minEm * em(), rest()),
                                dependencies.toArray(Observable[]::new)));
    }

    private double rest() {
        double taken = fixed.stream().mapToDouble(TableColumn::getWidth).sum();
        return Math.floor(table.getWidth() - taken - SCROLL_BAR * em());
    }

    private double wideness() {
        double width = table.getWidth() / em();
        return Math.max(0, Math.min(1, (width - NARROW_TABLE) / (WIDE_TABLE - NARROW_TABLE)));
    }

    private double em() {
        return font.getValue().getSize();
    }
}
