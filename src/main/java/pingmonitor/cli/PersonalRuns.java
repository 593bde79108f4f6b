package pingmonitor.cli;

import java.time.ZoneId;
import java.util.Optional;
import pingmonitor.settings.ApplicationFolders;
import pingmonitor.settings.SettingsStore;
import pingmonitor.store.RunHistory;
import pingmonitor.store.RunKeeper;
import pingmonitor.store.RunStore;

/** The kept runs of the person who runs this program. There is one store: whoever writes and whoever lists must share it. */
final class PersonalRuns {
    private Optional<RunHistory> history = Optional.empty();

    synchronized RunHistory history() {
        if (history.isEmpty()) {
            history =
                    Optional.of(
                            new RunHistory(
                                    new RunStore(
                                            ApplicationFolders.ofThisPerson().runs(),
                                            ZoneId.systemDefault())));
        }
        return history.get();
    }

    SettingsStore settings() {
        return SettingsStore.of(ApplicationFolders.ofThisPerson());
    }

    /** What keeps runs where nobody says otherwise; empty when the person switched that off. */
    Optional<RunKeeper.Factory> keeper() {
        return settings().peek().runs().kept()
                ? Optional.of(history().keepers())
                : Optional.empty();
    }
}
