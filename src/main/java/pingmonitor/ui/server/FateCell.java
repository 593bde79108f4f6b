package pingmonitor.ui.server;

import javafx.scene.control.TableCell;
import pingmonitor.echo.ServerEvent;
import pingmonitor.ui.common.Icon;

/** Icon and word of a fate. */
final class FateCell extends TableCell<ServerEvent.OfDatagram, ServerEvent.OfDatagram> {
    private final FateWords fates;
    private final Icon icon = new Icon(this);

    FateCell(FateWords fates) {
        this.fates = fates;
    }

    @Override
    protected void updateItem(ServerEvent.OfDatagram datagram, boolean empty) {
        super.updateItem(datagram, empty);
        if (empty) {
            setText("");
            icon.hide();
        } else {
            setText(fates.of(datagram));
            icon.show(FateWords.icon(datagram), FateWords.styleClass(datagram));
        }
    }
}
