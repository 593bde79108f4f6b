package pingmonitor.discovery;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells the local network of a server of this machine, by DNS-SD over multicast DNS (RFC 6762, RFC 6763), on every
 * network interface, also on those that come later.
 */
public final class Announcement {
    /** A confirmed name is probed again on a new link. For this time that is not reported. */
    static final Duration MAX_UNCONFIRMED = Duration.ofSeconds(10);

    private final Supplier<ServiceName> name;
    private final int port;
    private final String id = UUID.randomUUID().toString();
    private final DistinctPublisher<AnnouncementState> told;
    private final MulticastLinks links;
    private final LongSupplier nanoClock;
    private Optional<ServiceName> asked = Optional.empty();
    private long confirmedNanos;

    /**
     * @param name asked once, in the background
     * @param nanoClock monotonic
     */
    Announcement(
            Supplier<ServiceName> name,
            int port,
            Consumer<AnnouncementState> told,
            Supplier<List<NetworkAttachment>> here,
            MulticastLink.Factory factory,
            LongSupplier nanoClock) {
        this.name = name;
        this.port = port;
        this.told = new DistinctPublisher<>(told, Optional.empty());
        this.nanoClock = nanoClock;
        this.links = new MulticastLinks(here, factory, new Announcing(), nanoClock);
    }

    /** Starts announcements; the seam at which a test puts one without a network. */
    @FunctionalInterface
    public interface Factory {
        /** As {@link Announcement#start}. */
        BackgroundActivity start(
                Optional<ServiceName> name, int port, Consumer<AnnouncementState> told);
    }

    /**
     * Begins in the background.
     *
     * @param name empty for the name of this machine
     * @param told each state when it begins, on a background thread; must not wait
     */
    public static BackgroundActivity start(
            Optional<ServiceName> name, int port, Consumer<AnnouncementState> told) {
        return new Announcement(
                        () -> name.orElseGet(ServiceName::ofThisMachine),
                        port,
                        told,
                        NetworkAttachment::list,
                        JmdnsLink::open,
                        System::nanoTime)
                .begin();
    }

    BackgroundActivity begin() {
        return PeriodicTask.begin("announcement", this::round, this::hurry, this::end);
    }

    /** Tells nothing any more; a round that is under way ends soon. From any thread. */
    void hurry() {
        // First, since a round that was cut short says nothing true of the network.
        told.end();
        links.hurry();
    }

    /** Updates the links and tells the state. On one thread. */
    void round() {
        if (told.last().isEmpty()) {
            told.tell(new AnnouncementState.Beginning());
        }
        MulticastReach reach = links.follow();
        if (reach != MulticastReach.WORKS) {
            told.tell(new AnnouncementState.Unheard(reach));
            return;
        }
        nameNow().ifPresentOrElse(this::confirmed, this::unconfirmed);
    }

    private void confirmed(String now) {
        confirmedNanos = nanoClock.getAsLong();
        told.tell(new AnnouncementState.Announced(now));
    }

    private void unconfirmed() {
        boolean stands =
                told.last().filter(AnnouncementState.Announced.class::isInstance).isPresent();
        long forNanos = nanoClock.getAsLong() - confirmedNanos;
        if (!stands || forNanos >= MAX_UNCONFIRMED.toNanos()) {
            told.tell(new AnnouncementState.Beginning());
        }
    }

    /** Withdraws the announcement. On the thread of the rounds. */
    void end() {
        links.close();
    }

    /** The shortest name: on a second interface into the same network it may have a number. */
    private Optional<String> nameNow() {
        return links.hearing().stream()
                .flatMap(link -> link.announcedAs().stream())
                .min(Comparator.comparingInt(String::length));
    }

    private ServiceName asked() {
        if (asked.isEmpty()) {
            asked = Optional.of(name.get());
        }
        return asked.get();
    }

    private final class Announcing implements MulticastLinks.User {
        @Override
        public void opened(NetworkAttachment at, MulticastLink link) throws IOException {
            link.announce(new MulticastLink.Offer(asked(), port, id));
        }

        @Override
        public void dropped(NetworkAttachment at) {
            // The link takes back what it announced by itself.
        }
    }
}
