package pingmonitor.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.EchoWarmUp;
import pingmonitor.echo.ServerEvent;
import pingmonitor.network.LanAddress;
import pingmonitor.network.LocalAddresses;
import pingmonitor.network.diagnosis.Examiner;
import pingmonitor.network.diagnosis.NetworkExaminer;
import pingmonitor.network.diagnosis.OwnServer;
import pingmonitor.network.find.Announcement;
import pingmonitor.network.find.AnnouncementState;
import pingmonitor.network.find.Finder;
import pingmonitor.network.find.Finding;
import pingmonitor.network.find.Ongoing;
import pingmonitor.network.find.ServiceName;
import pingmonitor.network.router.Consent;
import pingmonitor.network.router.ForwardingEvent;
import pingmonitor.network.router.ForwardingPlan;
import pingmonitor.network.router.MappingNotes;
import pingmonitor.network.router.PortForwarding;
import pingmonitor.ping.KnownServers;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.WarmUp;
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
    Ongoing announce(Optional<ServiceName> name, int port, Consumer<AnnouncementState> sink);

    /** Looks for servers in the local network. */
    Ongoing find(Consumer<Finding> sink);

    /** The real ones. */
    Engines UDP =
            new Engines() {
                @Override
                public void warmUp() {
                    WarmUp.run();
                }

                @Override
                public PingEngine ping(
                        PingPlan plan, KnownServers known, Consumer<PingEvent> sink) {
                    return new Pinger(plan, known, sink);
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
                    return LocalAddresses.list();
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
                public Ongoing announce(
                        Optional<ServiceName> name, int port, Consumer<AnnouncementState> sink) {
                    return Announcement.start(name, port, sink);
                }

                @Override
                public Ongoing find(Consumer<Finding> sink) {
                    return Finder.start(sink);
                }

                private static MappingNotes notes() {
                    return new RouterNotes(PersonalFolders.ofThisPerson());
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
