package pingmonitor.router;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a router by UPnP IGD 1 or 2. The search runs on a thread of its own while better ways are tried. */
final class IgdClient implements RouterClient {
    private static final System.Logger LOG = System.getLogger(IgdClient.class.getName());

    private static final int SEARCH_TENTHS = 9;

    private final Gateway gateway;
    private final RouterPorts ports;
    private Optional<CompletableFuture<IgdDiscovery.Found>> search = Optional.empty();
    private volatile boolean closed;

    IgdClient(Gateway gateway, RouterPorts ports) {
        this.gateway = gateway;
        this.ports = ports;
    }

    @Override
    public Protocol protocol() {
        return Protocol.UPNP;
    }

    @Override
    public void prepare(Deadline deadline) {
        if (search.isPresent()) {
            return;
        }
        CompletableFuture<IgdDiscovery.Found> found = new CompletableFuture<>();
        // It ends a little before the caller stops waiting, so that its reason is known.
        Deadline inTime = deadline.share(SEARCH_TENTHS, 10);
        Deadline untilClosed =
                new Deadline(
                        inTime.nanoTime(),
                        inTime.atNanos(),
                        () -> closed || inTime.calledOff().getAsBoolean());
        Thread thread = new Thread(() -> find(found, untilClosed), "router-search");
        thread.setDaemon(true);
        search = Optional.of(found);
        thread.start();
    }

    private void find(CompletableFuture<IgdDiscovery.Found> found, Deadline deadline) {
        try {
            found.complete(new IgdDiscovery(gateway, ports).find(deadline));
        } catch (IgdFailure e) {
            found.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "the search for a router broke", e);
            found.completeExceptionally(
                    new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.NONSENSE)));
        }
    }

    @Override
    public Answer map(Ask ask, Deadline deadline) {
        prepare(deadline);
        Optional<InetAddress> external = Optional.empty();
        try {
            IgdDiscovery.Found found = found(deadline);
            external = found.externalAddress();
            IgdService service = found.service();
            int port = ask.again() ? again(service, ask, deadline) : make(service, ask, deadline);
            return granted(service, ask, port, external, deadline);
        } catch (IgdFailure e) {
            if (ask.again() && isSilent(e.refusal())) {
                // After a restart a router may be asked at another place.
                search = Optional.empty();
            }
            return new Denial(
                    e.refusal().seenWith(external),
                    e.isUnclear() ? OptionalInt.of(ask.externalPort()) : OptionalInt.empty());
        }
    }

    private static boolean isSilent(MappingRefusal refusal) {
        return refusal.code().isEmpty() && refusal.kind() != MappingRefusal.Kind.PORT_TAKEN;
    }

    @Override
    public Optional<String> routerName() {
        return search.filter(found -> found.isDone() && !found.isCompletedExceptionally())
                .map(found -> found.getNow(null).udn());
    }

    IgdDiscovery.Found found(Deadline deadline) throws IgdFailure {
        CompletableFuture<IgdDiscovery.Found> future = search.orElseThrow();
        while (true) {
            try {
                return future.get(deadline.pieceMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (deadline.isPassed()) {
                    throw new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER));
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IgdFailure failure
                        ? failure
                        : new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.NONSENSE));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER));
            }
        }
    }

    private int make(IgdService service, Ask ask, Deadline deadline) throws IgdFailure {
        if (service.type() == ServiceType.IP_2) {
            try {
                return service.addAny(ask, gateway.ownAddress(), deadline);
            } catch (IgdFailure e) {
                if (!e.is(IgdError.INVALID_ACTION) && !e.is(IgdError.NOT_IMPLEMENTED)) {
                    throw e;
                }
            }
        }
        return again(service, ask, deadline);
    }

    /** Some routers overwrite what belongs to another machine, maybe since the last time, instead of refusing. */
    private int again(IgdService service, Ask ask, Deadline deadline) throws IgdFailure {
        if (isSomebodyElses(service, ask.externalPort(), ask.internalPort(), deadline)) {
            throw new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.PORT_TAKEN));
        }
        service.add(ask, gateway.ownAddress(), deadline);
        return ask.externalPort();
    }

    private boolean isSomebodyElses(
            IgdService service, int externalPort, int internalPort, Deadline deadline)
            throws IgdFailure {
        try {
            return service.entry(externalPort, deadline)
                    .filter(entry -> !entry.leadsTo(gateway.ownAddress(), internalPort))
                    .isPresent();
        } catch (IgdFailure e) {
            if (e.is(IgdError.INVALID_ACTION)
                    || e.is(IgdError.NOT_IMPLEMENTED)
                    || e.is(IgdError.NOT_AUTHORIZED)) {
                // Such a router never tells. It has to prevent that itself.
                return false;
            }
            throw e;
        }
    }

    /**
     * What was made is read back: a router may have made it without an end although a lease was asked for.
     *
     * @param found the router's address outside when it was found, where it told one
     */
    private Answer granted(
            IgdService service,
            Ask ask,
            int externalPort,
            Optional<InetAddress> found,
            Deadline deadline) {
        Duration lease =
                entryIfTold(service, externalPort, deadline)
                        .filter(entry -> entry.leadsTo(gateway.ownAddress(), ask.internalPort()))
                        .flatMap(IgdService.Entry::lease)
                        .orElse(ask.lease());
        if (lease.isZero() && !ask.lease().isZero()) {
            return new Denial(
                    MappingRefusal.of(MappingRefusal.Kind.ONLY_PERMANENT)
                            .seenWith(externalIfTold(service, deadline).or(() -> found)),
                    OptionalInt.of(externalPort));
        }
        return new Grant(
                new Gateway(service.router(), gateway.ownAddress(), gateway.interfaceName(), true),
                externalIfTold(service, deadline).or(() -> found),
                externalPort,
                ask.lease().isZero() ? Duration.ZERO : lease,
                OptionalLong.empty());
    }

    private static Optional<IgdService.Entry> entryIfTold(
            IgdService service, int externalPort, Deadline deadline) {
        try {
            return service.entry(externalPort, deadline);
        } catch (IgdFailure notTold) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> externalIfTold(IgdService service, Deadline deadline) {
        try {
            return service.externalAddress(deadline);
        } catch (IgdFailure notTold) {
            return Optional.empty();
        }
    }

    @Override
    public boolean unmap(Mapping mapping, Deadline deadline) {
        prepare(deadline);
        try {
            IgdService service = found(deadline).service();
            if (!isSomebodyElses(
                    service, mapping.externalPort(), mapping.internalPort(), deadline)) {
                service.delete(mapping.externalPort(), deadline);
            }
            return true;
        } catch (IgdFailure e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
