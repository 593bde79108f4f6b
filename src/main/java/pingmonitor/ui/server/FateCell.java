package pingmonitor.ui.server;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import pingmonitor.echo.ServerEvent;
import pingmonitor.ui.common.Icon;

/** Icon and word of a fate. */
final class FateCell extends TableCell<ServerEvent.OfClient, ServerEvent.OfClient> {
    private static final double WIDEST_TOOLTIP = 360;

    private final FateWords fates;
    private final Icon icon = new Icon(this);

    FateCell(FateWords fates) {
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
            setTooltip(datagram instanceof ServerEvent.Hint ? whole(words) : null);
            icon.show(FateWords.icon(datagram), FateWords.styleClass(datagram));
        }
    }

    /** A hint is longer than the column. */
    private static Tooltip whole(String words) {
        Tooltip tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        return tooltip;
    }
}
