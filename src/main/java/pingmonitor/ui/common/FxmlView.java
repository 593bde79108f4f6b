package pingmonitor.ui.common;

import javafx.scene.Parent;
import pingmonitor.text.Messages;

/**
 * A view whose nodes come from an FXML file beside its class. Its {@code @FXML} fields are set before its own
 * constructor goes on; they must not have an initial value, which would replace the node.
 */
public abstract class FxmlView implements View {
    /** The texts of the file, and further ones. */
    protected final Messages messages;

    /** What is undone at the end of the view. */
    protected final Disposables disposables = new Disposables();

    private final Parent root;

    /** Loads the file. */
    @SuppressWarnings("this-escape") // The loader only sets the fields.
    protected FxmlView(String file, Messages messages) {
        this.messages = messages;
        this.root = Fxml.load(this, file, messages);
    }

    @Override
    public final Parent root() {
        return root;
    }

    @Override
    public final void dispose() {
        disposables.dispose();
    }
}
