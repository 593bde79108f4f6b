package pingmonitor.ui.ping;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.discovery.Finder;
import pingmonitor.discovery.SearchResult;
import pingmonitor.ui.common.FxBridge;

/** State of the search for servers in the local network, which runs only while its list is open. FX thread only. */
public final class ServerSearchModel {
    /** The search goes on for so long after the list was closed, for a person who closed it by mistake. */
    static final Duration LINGERING = Duration.seconds(10);

    private final Finder.Factory finders;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<SearchResult> finding =
            new ReadOnlyObjectWrapper<>(SearchResult.BEGINNING);
    private final FxBridge bridge = new FxBridge(this::refresh);
    private final PauseTransition lingering;
    private Optional<Search> search = Optional.empty();

    public ServerSearchModel(Finder.Factory finders) {
        this(finders, LINGERING);
    }

    ServerSearchModel(Finder.Factory finders, Duration lingers) {
        this.finders = finders;
        this.lingering = new PauseTransition(lingers);
        lingering.setOnFinished(event -> end());
        open.addListener((property, was, is) -> opened(is));
    }

    /** Whether the list is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What is found so far. */
    public ReadOnlyObjectProperty<SearchResult> findingProperty() {
        return finding.getReadOnlyProperty();
    }

    /** Closes the list and ends the search. */
    public void close() {
        open.set(false);
        end();
    }

    private void opened(boolean isOpen) {
        if (!isOpen) {
            lingering.playFromStart();
            return;
        }
        lingering.stop();
        if (search.isEmpty()) {
            search = Optional.of(new Search());
        }
    }

    private void end() {
        lingering.stop();
        search.ifPresent(Search::end);
        search = Optional.empty();
        finding.set(SearchResult.BEGINNING);
    }

    private void refresh() {
        search.ifPresent(now -> finding.set(now.latest));
    }

    private final class Search {
        private volatile SearchResult latest = SearchResult.BEGINNING;
        private final BackgroundActivity ongoing = finders.start(this::told);

        private void told(SearchResult news) {
            latest = news;
            bridge.signal();
        }

        private void end() {
            ongoing.close();
        }
    }
}
