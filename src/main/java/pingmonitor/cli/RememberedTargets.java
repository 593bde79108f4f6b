package pingmonitor.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pingmonitor.ping.TargetPlan;
import pingmonitor.settings.TargetListStore;

/** The targets that {@code monitor} watches when none is named. */
final class RememberedTargets {
    private final Supplier<TargetListStore> store;

    /**
     * @param store not asked for unless something is loaded or saved
     */
    RememberedTargets(Supplier<TargetListStore> store) {
        this.store = store;
    }

    List<TargetPlan> load() {
        return store.get().load();
    }

    /** What the system said when they could not be saved. */
    Optional<String> save(List<TargetPlan> targets) {
        try {
            store.get().save(targets);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }
}
