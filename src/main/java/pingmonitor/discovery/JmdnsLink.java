package pingmonitor.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import javax.jmdns.impl.DNSEntry;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.DNSStatefulObject;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.NameRegister;
import javax.jmdns.impl.constants.DNSRecordType;

/**
 * A link by JmDNS. One of its objects for each interface, and not its own class for all of them: that one names the
 * machine after what a name server says, hides what went wrong, and is one for the whole process.
 */
final class JmdnsLink implements MulticastLink {
    static final String TYPE = "_udpping._udp.local.";

    private static final String VERSION = "txtvers";
    private static final String VERSION_WRITTEN = "1";
    private static final String ID = "id";
    private static final int MAX_ID_CHARACTERS = 64;
    private static final int MAX_HOST_CHARACTERS = 40;
    private static final String NAMELESS = "udpping";

    /** Shorter than one step of its waiting; the answer comes by the listener. */
    private static final long NO_WAITING_MILLIS = 1;

    static {
        NameRegister.Factory.setRegistry(new ServiceNumbering());
    }

    private final NetworkAttachment at;
    private final JmDNS dns;
    private volatile Optional<ServiceInfo> announced = Optional.empty();

    private JmdnsLink(NetworkAttachment at, JmDNS dns) {
        this.at = at;
        this.dns = dns;
    }

    static MulticastLink open(NetworkAttachment at) throws IOException {
        String host = host(ServiceName.ofThisMachine(), at.address());
        // It would ask a name server for the address's name, and forget it: ten seconds without one
        // that answers.
        InetAddress named = InetAddress.getByAddress(host, at.address().getAddress());
        return new JmdnsLink(at, JmDNS.create(named, host));
    }

    /**
     * A name for this machine on one interface: another than the system's own responder has, and another on each
     * interface, since two of them may lead to the same network, where two addresses of one name are taken for a clash.
     */
    static String host(ServiceName machine, InetAddress address) {
        String plain = machine.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String start = plain.substring(0, Math.min(plain.length(), MAX_HOST_CHARACTERS));
        byte[] bytes = address.getAddress();
        String end = HexFormat.of().formatHex(bytes, Math.max(0, bytes.length - 4), bytes.length);
        String trimmed = start.replaceAll("^-|-$", "");
        return (trimmed.isEmpty() ? NAMELESS : trimmed) + "-" + end;
    }

    /** What JmDNS calls a service, as its people do. */
    private static String shown(String name) {
        return ServiceLabel.shown(name.replace("\\.", "."));
    }

    @Override
    public void announce(Offer offer) throws IOException {
        ServiceInfo info =
                ServiceInfo.create(
                        TYPE,
                        ServiceLabel.of(offer.name()),
                        offer.port(),
                        0,
                        0,
                        Map.of(VERSION, VERSION_WRITTEN, ID, offer.id()));
        dns.registerService(info);
        announced = Optional.of(info);
    }

    @Override
    public Optional<String> announcedAs() {
        return announced
                .filter(info -> info instanceof DNSStatefulObject state && state.isAnnounced())
                .map(info -> shown(info.getName()));
    }

    @Override
    public void browse(Watcher watcher) {
        // It asks three times within a second, and never again; added once more, a listener has it
        // ask anew.
        dns.addServiceListener(TYPE, new Listener(watcher));
    }

    @Override
    public void ask() {
        MulticastEcho.ask(at, TYPE);
    }

    @Override
    public Optional<Duration> sinceHeard(String name) {
        if (!(dns instanceof JmDNSImpl known)) {
            return Optional.empty();
        }
        // It notes the time of each record anew whenever that is heard again.
        return known.getCache().allValues().stream()
                .filter(entry -> entry.getRecordType() == DNSRecordType.TYPE_SRV)
                .filter(entry -> TYPE.equalsIgnoreCase(entry.getType()))
                .filter(entry -> name.equals(shown(instance(entry))))
                .map(entry -> ((DNSRecord) entry).getCreated())
                .max(Comparator.naturalOrder())
                .map(heard -> Duration.ofMillis(Math.max(0, System.currentTimeMillis() - heard)));
    }

    private static String instance(DNSEntry entry) {
        return entry.getQualifiedNameMap().getOrDefault(ServiceInfo.Fields.Instance, "");
    }

    @Override
    public boolean hears(BooleanSupplier givenUp) {
        return MulticastEcho.isHeard(at, TYPE, givenUp);
    }

    @Override
    public boolean isDown() {
        // It takes itself back to begin anew, and mostly does not come back from that.
        return dns instanceof DNSStatefulObject state
                && (state.isCanceling() || state.isCanceled() || state.isClosed());
    }

    @Override
    public void close() {
        try {
            dns.close();
        } catch (IOException e) {
            // It never says more than that it is closed.
            return;
        }
    }

    private record Listener(Watcher watcher) implements ServiceListener {
        @Override
        public void serviceAdded(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            // What came with its address is told as resolved without being asked for.
            if (info == null || !info.hasData()) {
                event.getDNS()
                        .requestServiceInfo(
                                event.getType(), event.getName(), false, NO_WAITING_MILLIS);
            }
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            watcher.seen(
                    new ServerSighting(
                            shown(event.getName()),
                            info.getServer(),
                            List.of(info.getInetAddresses()),
                            info.getPort(),
                            Optional.ofNullable(info.getPropertyString(ID))
                                    .filter(id -> id.length() <= MAX_ID_CHARACTERS)));
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            watcher.gone(shown(event.getName()));
        }
    }
}
