package pingmonitor.router;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes that outlive a forwarding, but not the test. */
final class NotesInMemory implements MappingNotes {
    final Map<String, String> kept = new ConcurrentSkipListMap<>();
    final List<String> changes = new CopyOnWriteArrayList<>();
    volatile boolean full;

    @Override
    public void keep(String name, String note) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        kept.put(name, note);
        changes.add("keep " + name.substring(0, name.lastIndexOf('-')));
    }

    @Override
    public void forget(String name) {
        kept.remove(name);
        changes.add("forget " + name.substring(0, name.lastIndexOf('-')));
    }

    @Override
    public Map<String, String> all() {
        return new TreeMap<>(kept);
    }
}
