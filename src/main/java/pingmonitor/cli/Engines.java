package pingmonitor.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.diagnosis.NetworkExaminer;
import pingmonitor.diagnosis.OwnServer;
import pingmonitor.discovery.Announcement;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.discovery.Finder;
import pingmonitor.discovery.SearchResult;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.EchoWarmUp;
import pingmonitor.echo.ServerEvent;
import pingmonitor.host.LanAddress;
import pingmonitor.host.LanAddresses;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.PingWarmUp;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.router.Consent;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.router.MappingNotes;
import pingmonitor.router.PortForwarding;
import pingmonitor.settings.NoteFolder;
import pingmonitor.settings.PersonalFolders;

/** What the commands run; the seam at which a test puts its own. */
interface Engines {

    /** A server that listens. */
    interface Server {
        /** The port in use. */
        int port();

        /** Ends it; nothing is told after this returns. */
        void close();
    }

    /** Makes the first ping as fast as the tenth. */
    void warmUp();

    PingEngine ping(PingPlan plan, KnownServers known, Consumer<PingEvent> sink);

    /** Finds out what may be wrong with a run. */
    Examiner examiner();

    Server serve(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException;

    /** The same, out of reach of other machines. */
    Server serveOnLoopback(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException;

    /** The addresses of this machine that others can use, best first; asks the system. */
    List<LanAddress> addresses();

    /** A port that the router forwards. */
    interface Forwarding {
        /** Removes it from the router; bounded. */
        void close();
    }

    /**
     * Has the router forward a port; returns at once.
     *
     * @param consent of the person
     * @param sink takes every step, on another thread
     */
    Forwarding forward(ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink);

    /** Closes the ports that an earlier program left open at the router for ever; takes some seconds if there are any. */
    List<Integer> removeLeftovers();

    /** Tells the local network of a server on that port; nothing is told to the sink after the closing. */
    BackgroundActivity announce(
            Optional<ServiceName> name, int port, Consumer<AnnouncementState> sink);

    /** Looks for servers in the local network. */
    BackgroundActivity find(Consumer<SearchResult> sink);

    /** The real ones. */
    Engines UDP =
            new Engines() {
                @Override
                public void warmUp() {
                    PingWarmUp.run(new LossLocators());
                }

                @Override
                public PingEngine ping(
                        PingPlan plan, KnownServers known, Consumer<PingEvent> sink) {
                    return new Pinger(plan, new LossLocators(known), sink);
                }

                @Override
                public Examiner examiner() {
                    return new NetworkExaminer(OwnServer.None::new);
                }

                @Override
                public Server serve(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException {
                    EchoWarmUp.run();
                    return of(EchoServer.start(plan, sink));
                }

                @Override
                public Server serveOnLoopback(EchoPlan plan, Consumer<ServerEvent> sink)
                        throws IOException {
                    EchoWarmUp.run();
                    return of(EchoServer.startOnLoopback(plan, sink));
                }

                @Override
                public List<LanAddress> addresses() {
                    return LanAddresses.list();
                }

                @Override
                public Forwarding forward(
                        ForwardingPlan plan, Consent consent, Consumer<ForwardingEvent> sink) {
                    return PortForwarding.start(plan, consent, notes(), sink)::close;
                }

                @Override
                public List<Integer> removeLeftovers() {
                    return PortForwarding.removeLeftovers(notes());
                }

                @Override
                public BackgroundActivity announce(
                        Optional<ServiceName> name, int port, Consumer<AnnouncementState> sink) {
                    return Announcement.start(name, port, sink);
                }

                @Override
                public BackgroundActivity find(Consumer<SearchResult> sink) {
                    return Finder.start(sink);
                }

                private static MappingNotes notes() {
                    return NoteFolder.ofMappings(PersonalFolders.ofThisPerson());
                }

                private static Server of(EchoServer server) {
                    return new Server() {
                        @Override
                        public int port() {
                            return server.port();
                        }

                        @Override
                        public void close() {
                            server.close();
                        }
                    };
                }
            };
}
