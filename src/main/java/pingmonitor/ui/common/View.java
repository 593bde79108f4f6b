package pingmonitor.ui.common;

import javafx.scene.Parent;

/** A part of the window in one language. When the language changes it is disposed of and made anew; models live on. */
public interface View {
    /** Its nodes. */
    Parent root();

    /** Lets go of the models it listens to. */
    void dispose();
}
