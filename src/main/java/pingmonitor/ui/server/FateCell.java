package pingmonitor.ui.server;

import javafx.scene.control.TableCell;
import pingmonitor.echo.ServerEvent;
import pingmonitor.ui.common.FittingTooltip;
import pingmonitor.ui.common.Icon;

/** Icon and word of a fate. */
final class FateCell extends TableCell<ServerEvent.OfClient, ServerEvent.OfClient> {

    private final FateText fates;
    private final Icon icon = new Icon(this);

    FateCell(FateText fates) {
        this.fates = fates;
    }

    @Override
    protected void updateItem(ServerEvent.OfClient datagram, boolean empty) {
        super.updateItem(datagram, empty);
        if (empty) {
            setText("");
            setTooltip(null);
            icon.hide();
        } else {
            String words = fates.of(datagram);
            setText(words);
            // A hint is longer than the column.
            setTooltip(datagram instanceof ServerEvent.Hint ? new FittingTooltip(words) : null);
            icon.show(FateText.icon(datagram), FateText.styleClass(datagram));
        }
    }
}
