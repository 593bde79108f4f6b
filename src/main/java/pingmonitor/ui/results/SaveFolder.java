package pingmonitor.ui.results;

import java.nio.file.Path;

/** The folder the next file is saved in: the documents at first, then the one chosen last. FX thread only. */
public final class SaveFolder {
    private Path folder;

    /** Begins with this folder. */
    public SaveFolder(Path documents) {
        this.folder = documents;
    }

    /** Where to begin. */
    Path get() {
        return folder;
    }

    /** What was chosen is where to begin the next time. */
    void remember(Path chosen) {
        folder = chosen;
    }
}
