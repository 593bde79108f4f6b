package pingmonitor.ui.results;

import javafx.scene.control.TableCell;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.ui.common.FittingTooltip;

/** The table cell with the result of a ping: sign, word and colour. */
final class ResultCell extends TableCell<PingTableItem, PingRow> {
    private final PingText words;
    private final FontIcon icon;

    ResultCell(PingText words) {
        this.words = words;
        getStyleClass().add("result-cell");
        icon = TextSizedIcon.put(this, PingText.icon(PingState.WAITING));
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
            icon.setIconCode(PingText.icon(row.state()));
            setGraphic(icon);
            PingText.severity(row.state()).colour(this);
            // The table fills its cells while it is laid out, after this pulse's styling.
            applyCss();
            setTooltip(words.explained(row).map(FittingTooltip::new).orElse(null));
        }
    }
}
