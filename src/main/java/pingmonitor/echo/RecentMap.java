package pingmonitor.echo;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of bounded size: when it is full, the entry that was asked for least recently goes. */
final class RecentMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int limit;

    RecentMap(int limit) {
        super(16, 0.75f, true);
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
