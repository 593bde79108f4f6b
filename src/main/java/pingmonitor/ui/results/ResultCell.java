package pingmonitor.ui.results;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

/** What became of a ping: sign, word and colour. */
final class ResultCell extends TableCell<PingItem, PingRow> {
    private static final double WIDEST_TOOLTIP = 360;

    private final PingWords words;
    private final FontIcon icon;

    ResultCell(PingWords words) {
        this.words = words;
        getStyleClass().add("result-cell");
        icon = Icons.put(this, PingWords.icon(PingState.WAITING));
        setGraphic(null);
    }

    @Override
    protected void updateItem(PingRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText("");
            setGraphic(null);
            setTooltip(null);
        } else {
            setText(words.shortResult(row));
            icon.setIconCode(PingWords.icon(row.state()));
            setGraphic(icon);
            PingWords.severity(row.state()).colour(this);
            // The table fills its cells while it is laid out, after this pulse's styling.
            applyCss();
            setTooltip(words.explained(row).map(ResultCell::tooltip).orElse(null));
        }
    }

    private static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        return tooltip;
    }
}
