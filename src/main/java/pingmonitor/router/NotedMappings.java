package pingmonitor.router;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Makes permanent mappings and removes mappings. A permanent mapping is noted before it is made, and the note stays
 * until the mapping is surely gone: a crash in between must not leave the port open for ever.
 */
final class NotedMappings {
    private static final System.Logger LOG = System.getLogger(NotedMappings.class.getName());
    private static final long REMOVE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final BooleanSupplier TO_THE_END = () -> false;

    private final ForwardingPlan plan;
    private final RouterEnvironment environment;
    private final MappingNotes notes;

    /** The note of the current mapping. */
    private Optional<PermanentNote> current = Optional.empty();

    /** Names of the notes of mappings that may still be there although they should not. */
    private final Set<String> left = new HashSet<>();

    NotedMappings(ForwardingPlan plan, RouterEnvironment environment, MappingNotes notes) {
        this.plan = plan;
        this.environment = environment;
        this.notes = notes;
    }

    /** Whether a mapping without an end may stand that the next start has to remove. */
    boolean isAnyLeft() {
        return !left.isEmpty();
    }

    /** Makes a permanent mapping, at that port if it is free; none if it cannot be noted. */
    RouterClient.Answer make(RouterClient router, Gateway gateway, int port, Deadline deadline) {
        PermanentNote note = note(router, gateway, port);
        Optional<String> before;
        try {
            before = Optional.ofNullable(notes.all().get(note.name()));
            notes.keep(note.name(), note.text());
        } catch (IOException e) {
            return notNoted(e);
        }
        RouterClient.Answer answer =
                router.map(
                        new RouterClient.Ask(plan.internalPort(), port, Duration.ZERO, false),
                        deadline);
        if (answer instanceof RouterClient.Grant grant) {
            return grant.externalPort() == port
                    ? stands(note, grant)
                    : movedTo(router, gateway, note, grant);
        }
        RouterClient.Denial denial = (RouterClient.Denial) answer;
        if (denial.openPort().isEmpty()) {
            before.ifPresentOrElse(text -> keep(note, text), () -> forget(note));
        } else if (unmap(router, gateway, denial.openPort().getAsInt(), REMOVE_NANOS)) {
            forget(note);
        } else {
            left.add(note.name());
        }
        return denial;
    }

    private RouterClient.Answer stands(PermanentNote note, RouterClient.Grant grant) {
        left.remove(note.name());
        current = Optional.of(note);
        return grant;
    }

    /** The first note stays until the second is there. */
    private RouterClient.Answer movedTo(
            RouterClient router, Gateway gateway, PermanentNote first, RouterClient.Grant grant) {
        PermanentNote second = note(router, gateway, grant.externalPort());
        try {
            notes.keep(second.name(), second.text());
            forget(first);
            return stands(second, grant);
        } catch (IOException e) {
            forget(first);
            unmap(router, gateway, grant.externalPort(), REMOVE_NANOS);
            return notNoted(e);
        }
    }

    private static RouterClient.Denial notNoted(IOException e) {
        return new RouterClient.Denial(
                MappingRefusal.of(MappingRefusal.Kind.NOT_NOTED, String.valueOf(e.getMessage())));
    }

    /** Removes what stands; whether the router confirmed it. */
    boolean remove(RouterClient router, Mapping mapping) {
        boolean gone = router.unmap(mapping, deadline(REMOVE_NANOS));
        if (gone) {
            current.ifPresent(this::forget);
            current = Optional.empty();
        } else {
            leave();
        }
        return gone;
    }

    /**
     * Removes what stood until the router refused to renew it; it may have made it without an end at that.
     *
     * @param why it refused
     */
    void removeRefused(RouterClient router, Mapping mapping, MappingRefusal why) {
        boolean hadEnd = mapping.lease().isPresent();
        boolean gone = remove(router, mapping);
        if (!gone && hadEnd && why.kind() == MappingRefusal.Kind.ONLY_PERMANENT) {
            noteLeft(router, mapping.gateway(), mapping.externalPort());
        }
    }

    /** What stands cannot be removed now: one without an end is left for the next start. */
    void leave() {
        current.map(PermanentNote::name).ifPresent(left::add);
        current = Optional.empty();
    }

    /**
     * Takes back what may have been made although it was not granted. If the router does not confirm that, one that may
     * have no end is noted.
     */
    void takeBack(RouterClient router, Gateway gateway, RouterClient.Denial denial, long nanos) {
        if (denial.openPort().isEmpty()) {
            return;
        }
        int port = denial.openPort().getAsInt();
        boolean gone = unmap(router, gateway, port, nanos);
        if (!gone && denial.refusal().kind() == MappingRefusal.Kind.ONLY_PERMANENT) {
            noteLeft(router, gateway, port);
        }
    }

    private void noteLeft(RouterClient router, Gateway gateway, int port) {
        PermanentNote note = note(router, gateway, port);
        if (keep(note, note.text())) {
            left.add(note.name());
        }
    }

    private boolean unmap(RouterClient router, Gateway gateway, int port, long nanos) {
        RouterClient.Grant maybe =
                new RouterClient.Grant(
                        gateway, Optional.empty(), port, Duration.ZERO, OptionalLong.empty());
        return router.unmap(
                Leases.mapping(router.protocol(), maybe, plan, environment.wall()),
                deadline(nanos));
    }

    /** Not the deadline of the request: mappings are removed after that has passed, too. */
    private Deadline deadline(long nanos) {
        return Deadline.in(environment.nanoTime(), nanos, TO_THE_END);
    }

    private PermanentNote note(RouterClient router, Gateway gateway, int port) {
        return new PermanentNote(
                router.routerName().orElse(""),
                port,
                gateway.ownAddress(),
                plan.internalPort(),
                PermanentNote.Owner.thisProgram());
    }

    private boolean keep(PermanentNote note, String text) {
        try {
            notes.keep(note.name(), text);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a mapping could not be noted", e);
            return false;
        }
    }

    private void forget(PermanentNote note) {
        left.remove(note.name());
        try {
            notes.forget(note.name());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a note could not be thrown away", e);
        }
    }
}
