package pingmonitor.ui.ping;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/** The text field of the server. It offers a pasted text whole, before the field cuts it at its first line end. */
public final class ServerField extends TextField {
    private Predicate<String> taker = text -> false;

    /**
     * @param taker of a pasted text; true if it took the text, so that there is nothing left to paste
     */
    void offerPasted(Predicate<String> taker) {
        this.taker = taker;
    }

    @Override
    public void paste() {
        Optional<String> pasted = Optional.ofNullable(Clipboard.getSystemClipboard().getString());
        if (pasted.filter(taker).isEmpty()) {
            super.paste();
        } else {
            end();
        }
    }
}
