package pingmonitor.ui.app;

import java.io.IOException;
import java.util.Map;
import pingmonitor.network.router.MappingNotes;
import pingmonitor.settings.NoteFolder;

/** Notes of ports left open at the router, in a folder. */
final class Notes implements MappingNotes {
    private final NoteFolder folder;

    Notes(NoteFolder folder) {
        this.folder = folder;
    }

    @Override
    public void keep(String name, String note) throws IOException {
        folder.keep(name, note);
    }

    @Override
    public void forget(String name) throws IOException {
        folder.forget(name);
    }

    @Override
    public Map<String, String> all() throws IOException {
        return folder.all();
    }
}
