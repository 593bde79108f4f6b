package pingmonitor.ui.ping;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.discovery.Finder;
import pingmonitor.discovery.SearchResult;

/** Searches that find what a test says. */
public final class FakeFinders implements Finder.Factory {
    private final List<Search> made = new CopyOnWriteArrayList<>();

    private static final class Search implements BackgroundActivity {
        private final Consumer<SearchResult> told;
        private volatile boolean closed;

        Search(Consumer<SearchResult> told) {
            this.told = told;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean awaitClosed(Duration most) {
            return closed;
        }
    }

    @Override
    public BackgroundActivity start(Consumer<SearchResult> told) {
        Search search = new Search(told);
        made.add(search);
        return search;
    }

    /** How many there were. */
    public int started() {
        return made.size();
    }

    /** How many go on. */
    public long open() {
        return made.stream().filter(each -> !each.closed).count();
    }

    /** Has the newest find this. */
    public void tell(SearchResult finding) {
        made.get(made.size() - 1).told.accept(finding);
    }
}
