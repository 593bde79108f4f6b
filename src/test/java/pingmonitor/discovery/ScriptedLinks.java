package pingmonitor.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Network interfaces and a network as a test wants them. */
final class ScriptedLinks implements MulticastLink.Factory {
    static final NetworkAttachment WIFI = new NetworkAttachment("wlan0", address("192.168.1.20"));
    static final NetworkAttachment CABLE = new NetworkAttachment("eth0", address("10.0.0.7"));

    final List<NetworkAttachment> here = new CopyOnWriteArrayList<>();
    final Set<NetworkAttachment> refused = new HashSet<>();
    final Set<NetworkAttachment> deaf = new HashSet<>();
    final Map<NetworkAttachment, Scripted> open = new LinkedHashMap<>();
    final List<Scripted> closed = new CopyOnWriteArrayList<>();
    boolean slow;
    int tries;

    /** What time it is for whoever uses the links, in ns. */
    volatile long nowNanos;

    /** Counted down by who listens; then nothing is heard until it is given up. */
    Optional<CountDownLatch> listensWithoutEnd = Optional.empty();

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    static ServerSighting sighting(String name, int port, String... addresses) {
        List<InetAddress> parsed = new ArrayList<>();
        for (String each : addresses) {
            parsed.add(address(each));
        }
        return new ServerSighting(name, name + ".local.", parsed, port, Optional.empty());
    }

    void pass(Duration time) {
        nowNanos += time.toNanos();
    }

    @Override
    public MulticastLink open(NetworkAttachment at) throws IOException {
        tries++;
        if (refused.contains(at)) {
            throw new IOException("Permission denied");
        }
        Scripted link = new Scripted(at);
        open.put(at, link);
        return link;
    }

    /** One interface. */
    final class Scripted implements MulticastLink {
        final NetworkAttachment at;
        final CountDownLatch isClosed = new CountDownLatch(1);
        Optional<Offer> offer = Optional.empty();
        Optional<String> renamed = Optional.empty();
        Optional<Watcher> watcher = Optional.empty();
        int listened;
        int asked;
        int askedOfAll;

        /** Since when nothing was heard of whom, in ns. */
        final Map<String, Long> quietSince = new HashMap<>();

        boolean down;

        Scripted(NetworkAttachment at) {
            this.at = at;
        }

        Watcher watcher() {
            return watcher.orElseThrow();
        }

        void awaitClosed() throws InterruptedException {
            if (!isClosed.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("never closed: " + at);
            }
        }

        @Override
        public void announce(Offer what) {
            offer = Optional.of(what);
        }

        @Override
        public Optional<String> announcedAs() {
            return slow
                    ? Optional.empty()
                    : renamed.or(() -> offer.map(what -> what.name().text()));
        }

        @Override
        public void browse(Watcher by) {
            asked++;
            watcher = Optional.of(by);
        }

        @Override
        public void ask() {
            askedOfAll++;
        }

        @Override
        public Optional<Duration> sinceHeard(String name) {
            return Optional.of(
                    Duration.ofNanos(nowNanos - quietSince.getOrDefault(name, nowNanos)));
        }

        @Override
        public boolean hears(BooleanSupplier givenUp) {
            listened++;
            listensWithoutEnd.ifPresent(
                    latch -> {
                        latch.countDown();
                        while (!givenUp.getAsBoolean()) {
                            Thread.onSpinWait();
                        }
                    });
            return !deaf.contains(at);
        }

        @Override
        public boolean isDown() {
            return down;
        }

        @Override
        public void close() {
            closed.add(this);
            isClosed.countDown();
        }
    }
}
