package pingmonitor.ui.ping;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/** The field of the server: what is pasted is first offered whole, before line ends and what follows them are lost. */
public final class ServerField extends TextField {
    private Predicate<String> taker = text -> false;

    /**
     * @param taker of what is pasted; whether it took it, and there is nothing left to paste
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
