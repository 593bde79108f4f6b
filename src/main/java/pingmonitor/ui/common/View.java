package pingmonitor.ui.common;

import javafx.scene.Parent;

/** A part of the window in one language. A change of language disposes of it and makes it anew; models live on. */
public interface View {
    /** Its nodes. */
    Parent root();

    /** Ends its listening to models. */
    void dispose();
}
