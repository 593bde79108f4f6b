package pingmonitor.router;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Removes the permanent mappings of programs that crashed. */
final class StaleMappings {
    private static final System.Logger LOG = System.getLogger(StaleMappings.class.getName());
    private static final long TIME_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final MappingNotes notes;
    private final RouterEnvironment environment;
    private final RouterPorts ports;

    StaleMappings(MappingNotes notes, RouterEnvironment environment, RouterPorts ports) {
        this.notes = notes;
        this.environment = environment;
        this.ports = ports;
    }

    /**
     * The external ports that are closed now. A note of another router stays until that one is met again.
     *
     * @param standing a mapping that is in use; it may have taken over the port of one that was left
     */
    List<Integer> remove(Optional<Mapping> standing, BooleanSupplier calledOff) {
        List<PermanentNote> left = new ArrayList<>(left());
        left.removeIf(note -> standing.filter(note::leadsLike).isPresent());
        if (left.isEmpty()) {
            return List.of();
        }
        Optional<Gateway> gateway = environment.gateways().get().stream().findFirst();
        return gateway.isEmpty() ? List.of() : remove(left, gateway.get(), calledOff);
    }

    private List<PermanentNote> left() {
        List<PermanentNote> left = new ArrayList<>();
        try {
            for (Map.Entry<String, String> each : notes.all().entrySet()) {
                Optional<PermanentNote> note = PermanentNote.parse(each.getValue());
                if (note.isEmpty()) {
                    notes.forget(each.getKey());
                } else if (!note.get().owner().isAlive()) {
                    left.add(note.get());
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "notes of mappings cannot be read", e);
        }
        return left;
    }

    private List<Integer> remove(
            List<PermanentNote> left, Gateway gateway, BooleanSupplier calledOff) {
        Deadline deadline = Deadline.in(environment.nanoTime(), TIME_NANOS, calledOff);
        List<Integer> removed = new ArrayList<>();
        try (IgdClient client = new IgdClient(gateway, ports)) {
            client.prepare(deadline);
            IgdDiscovery.Found router = client.found(deadline);
            for (PermanentNote note : left) {
                if (note.routerName().equals(router.udn())) {
                    remove(note, router.service(), deadline).ifPresent(removed::add);
                }
            }
        } catch (IgdFailure e) {
            LOG.log(System.Logger.Level.DEBUG, "the router of a note is not here", e);
        }
        return removed;
    }

    /** The port, if its mapping was there and is not any more. */
    private Optional<Integer> remove(PermanentNote note, IgdService service, Deadline deadline) {
        try {
            boolean isOurs =
                    service.entry(note.externalPort(), deadline)
                            .filter(entry -> entry.leadsTo(note.own(), note.internalPort()))
                            .isPresent();
            if (isOurs) {
                service.delete(note.externalPort(), deadline);
            }
            notes.forget(note.name());
            return isOurs ? Optional.of(note.externalPort()) : Optional.empty();
        } catch (IgdFailure | IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a mapping was left open once more", e);
            return Optional.empty();
        }
    }
}
