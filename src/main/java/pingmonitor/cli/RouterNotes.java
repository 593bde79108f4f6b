package pingmonitor.cli;

import java.io.IOException;
import java.util.Map;
import pingmonitor.router.MappingNotes;
import pingmonitor.settings.NoteFolder;
import pingmonitor.settings.PersonalFolders;

/**
 * Notes of ports left open at the router, in this person's folder: one for window and terminal, so that each closes what
 * the other left open.
 */
public final class RouterNotes implements MappingNotes {
    private final NoteFolder folder;

    /** In one of those folders. */
    public RouterNotes(PersonalFolders folders) {
        this.folder = new NoteFolder(folders.state().resolve("port-mappings"));
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
