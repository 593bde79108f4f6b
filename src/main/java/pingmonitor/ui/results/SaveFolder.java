package pingmonitor.ui.results;

import java.nio.file.Path;

/** The folder where the dialog for saving opens: the documents at first, then the one chosen last. FX thread only. */
public final class SaveFolder {
    private Path folder;

    /** Starts with the folder of the documents. */
    public SaveFolder(Path documents) {
        this.folder = documents;
    }

    /** The folder. */
    Path get() {
        return folder;
    }

    /** Sets the folder for the next time. */
    void remember(Path chosen) {
        folder = chosen;
    }
}
