package pingmonitor.diagnosis;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import pingmonitor.host.OperatingSystem;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;

/**
 * All that is known about a run when it is judged.
 *
 * @param plan what it was to do
 * @param statistics its figures
 * @param outcome how it ended; empty while it goes on
 * @param problem why it failed, or why the latest ping could not be sent
 * @param asked whether the server answered the question about lost pings
 * @param target the address in use, as far as it is known
 * @param losses how the losses lie, once the run is over
 * @param portHistory whether the port was open or closed at the pings; nothing of it where a whole machine was not
 *     reached
 * @param here where this machine is
 * @param bindings where programs of this machine take datagrams at the pinged port, if the pings go to it
 * @param translatedTo the address and port under which the server sees this machine, where a NAT has changed them
 * @param natChanged whether a NAT changed them once more during the run
 * @param recheck what an unconnected socket heard after the run
 */
public record Evidence(
        PingPlan plan,
        Statistics statistics,
        Optional<Outcome> outcome,
        Optional<Problem> problem,
        boolean asked,
        Optional<InetAddress> target,
        LossPattern losses,
        PortHistory portHistory,
        HostNetworks here,
        PortBindings bindings,
        Optional<InetSocketAddress> translatedTo,
        boolean natChanged,
        Recheck recheck) {

    /** What a session shows. */
    public static Evidence of(SessionView session, HostNetworks here, Recheck recheck) {
        Optional<InetAddress> target =
                session.remote()
                        .map(InetSocketAddress::getAddress)
                        .or(() -> literal(session.plan().host()));
        return new Evidence(
                session.plan(),
                session.statistics(),
                session.outcome(),
                session.problem(),
                session.mappedAddress().isPresent(),
                target,
                session.outcome().isPresent() ? LossPattern.of(session) : LossPattern.NONE,
                portHistory(
                        session, here.refusesEachTime() && target.filter(here::isOwn).isPresent()),
                here,
                PortBindings.UNKNOWN,
                session.seenThroughNat() ? session.mappedAddress() : Optional.empty(),
                session.mappedAddressChanged(),
                recheck);
    }

    /** The same, with what an unconnected socket heard. */
    Evidence with(Recheck shown) {
        return with(bindings, shown);
    }

    /** The same, with where programs of this machine take datagrams at the port. */
    Evidence with(PortBindings found) {
        return with(found, recheck);
    }

    private Evidence with(PortBindings found, Recheck shown) {
        return new Evidence(
                plan,
                statistics,
                outcome,
                problem,
                asked,
                target,
                losses,
                portHistory,
                here,
                found,
                translatedTo,
                natChanged,
                shown);
    }

    /** Whether anything came from the server during the run, be it no answer to a ping. */
    boolean heard() {
        return asked || statistics.heard();
    }

    /** Whether enough datagrams came that answer no known ping for each lost one to have been answered by one. */
    boolean foreignMayBeReplies() {
        return statistics.foreign() > 0 && statistics.foreign() >= statistics.timedOut();
    }

    /** Whether not one ping was answered in any way, nor anything else came from the server. */
    boolean nothingHeard() {
        return statistics.settled() > 0 && !heard() && recheck instanceof Recheck.Nothing;
    }

    /** Whether nothing came at all, not even bad news from the network. */
    boolean silence() {
        return nothingHeard() && outcome.isPresent() && statistics.unreachable() == 0;
    }

    /** Whether the address in use is this machine's own. */
    boolean targetIsHere() {
        return target.filter(here::isOwn).isPresent();
    }

    /**
     * Whether the system may forbid this program its own network: macOS does since version 15 until the person allows
     * it, and says "No route to host" (Apple's note TN3179).
     */
    boolean localNetworkMayBeForbidden() {
        return here.system() == OperatingSystem.MACOS
                && !targetIsHere()
                && target.filter(here::inOwnNetwork).isPresent();
    }

    /** Whether a ping to the address in use would have been refused for certain if the port had been closed. */
    boolean refusalIsCertain() {
        return targetIsHere() && here.refusesEachTime();
    }

    /** The program's own server, as far as the address in use leads to it. */
    OwnServer ownServer() {
        return target.map(here::serverAt).orElseGet(OwnServer.None::new);
    }

    /** What the pinged server is beside that of the window. */
    PingedServer pingedServer() {
        if (here.server() instanceof OwnServer.None) {
            return PingedServer.ALONE;
        }
        if (here.server() instanceof OwnServer.Off) {
            return PingedServer.BESIDE_ONE_THAT_IS_OFF;
        }
        return ownServer() instanceof OwnServer.On on && on.port() == plan.port()
                ? PingedServer.OF_THIS_WINDOW
                : PingedServer.BESIDE_ANOTHER;
    }

    /** A step that something be done at the pinged server, and at no other. */
    Step atServer(Action action) {
        return Step.of(action, pingedServer().fact());
    }

    /** The port, as text: a port is no quantity, and has no thousands to be grouped. */
    String port() {
        return Integer.toString(plan.port());
    }

    /** How to come to a server at that port, where none is on. */
    Step startOfServer() {
        if (!targetIsHere()) {
            return Step.of(Action.START_SERVER, port());
        }
        boolean isOff = ownServer() instanceof OwnServer.Off;
        return Step.of(isOff ? Action.SWITCH_ON_OWN_SERVER : Action.START_SERVER_HERE, port());
    }

    /** Whether it is known that a program of this machine takes what is sent to the address in use. */
    boolean portIsHeld() {
        return target.filter(bindings::cover).isPresent();
    }

    /** Whether that problem kept the run, or its latest ping, from leaving. */
    boolean has(Problem.Kind kind) {
        return problem.filter(each -> each.kind() == kind).isPresent();
    }

    private static PortHistory portHistory(SessionView session, boolean refusalIsCertain) {
        Statistics statistics = session.statistics();
        return statistics.portUnreachable() > 0 && statistics.hostUnreachable() == 0
                ? PortHistory.of(session, refusalIsCertain)
                : PortHistory.NONE;
    }

    /** The address that a host is written as; empty of a name, which is not looked up. */
    static Optional<InetAddress> literal(String host) {
        boolean isLiteral = host.indexOf(':') >= 0 || host.chars().allMatch(Evidence::isOfIpv4);
        return isLiteral
                ? Optional.ofNullable(new InetSocketAddress(host, 0).getAddress())
                : Optional.empty();
    }

    private static boolean isOfIpv4(int character) {
        return character == '.' || character >= '0' && character <= '9';
    }
}
