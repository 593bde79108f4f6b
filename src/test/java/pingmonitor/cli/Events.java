package pingmonitor.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import pingmonitor.echo.ServerEvent;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Gateway;
import pingmonitor.router.ManualEntry;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.MappingRefusal;
import pingmonitor.router.NatWarning;
import pingmonitor.router.Protocol;

/** One of each event, with known contents. */
final class Events {
    static final Instant AT = Instant.parse("2026-11-23T10:42:07.102331Z");
    private static final Gateway GATEWAY =
            new Gateway(address("192.168.1.1"), address("192.168.1.20"), "eth0", true);
    static final InetSocketAddress SERVER = new InetSocketAddress(address("127.0.0.1"), 12_000);
    static final InetSocketAddress CLIENT = new InetSocketAddress(address("::1"), 50_123);
    static final InetSocketAddress NAT = new InetSocketAddress(address("2001:db8::7"), 40_001);
    static final Reply REPLY =
            new Reply("PING 1 1795342927.102331", 24, SERVER, ReplyMatch.VERIFIED);
    static final Problem NO_ROUTE = Problem.of(Problem.Kind.NO_ROUTE, "127.0.0.1");

    private Events() {}

    static List<PingEvent> pings() {
        return List.of(
                new PingEvent.Started(SERVER, AT),
                new PingEvent.Sent(1, AT, 24),
                new PingEvent.Replied(1, 412_007, REPLY),
                new PingEvent.Duplicate(1, 500_000, REPLY),
                new PingEvent.Foreign(new Reply("<b>=1", 5, SERVER, ReplyMatch.UNNAMED)),
                new PingEvent.Sent(2, AT, 24),
                new PingEvent.TimedOut(2),
                new PingEvent.Late(2, 1_200_000_000, REPLY),
                new PingEvent.Sent(3, AT, 24),
                new PingEvent.Unreachable(3, 300_000),
                new PingEvent.SendFailed(4, AT, NO_ROUTE),
                new PingEvent.Sent(5, AT, 24),
                new PingEvent.Cancelled(5),
                new PingEvent.HeldUp(2, 3_200_000),
                new PingEvent.Verdict(3, LossLocation.RETURN_PATH),
                new PingEvent.MappedAddress(NAT, CLIENT, AT),
                new PingEvent.Missed(6, 3, AT),
                new PingEvent.Stalled(AT, 9_300_000_000L),
                new PingEvent.ReceiveFailed(AT, NO_ROUTE),
                new PingEvent.Failed(NO_ROUTE),
                finished(PingEvent.Outcome.FAILED));
    }

    static PingEvent finished(PingEvent.Outcome outcome) {
        return new PingEvent.Finished(outcome, AT.plusSeconds(5));
    }

    static List<ServerEvent> server() {
        return List.of(
                new ServerEvent.Listening(
                        12_000,
                        List.of(address("127.0.0.1"), address("fd00::2"), address("192.0.2.2")),
                        4_194_304,
                        AT),
                new ServerEvent.Answered(CLIENT, "Ping 1 1.5", 10, AT, Duration.ZERO, 1),
                new ServerEvent.Answered(
                        CLIENT, "Ping 2 1.5", 10, AT, Duration.ofNanos(104_250_999), 2),
                new ServerEvent.Dropped(CLIENT, "Ping 3 1.5", 10, AT),
                new ServerEvent.Limited(
                        CLIENT, "Ping 4 1.5", 10, AT, ServerEvent.Limit.CLIENT_RATE),
                new ServerEvent.Ignored(CLIENT, "", 0, AT, ServerEvent.Reason.SYSTEM_PORT),
                new ServerEvent.NextSoonAfter(
                        CLIENT, AT, ServerEvent.Stray.COPY, Duration.ofNanos(700_999)),
                new ServerEvent.NextSoonAfter(
                        CLIENT, AT, ServerEvent.Stray.LATE_REPLY, Duration.ofMillis(2)),
                new ServerEvent.SilentAfterDrop(CLIENT, AT, Duration.ofSeconds(5)),
                new ServerEvent.Stopped(AT.plusSeconds(5)));
    }

    /** A router that refuses PCP, has the wished port taken, and then forwards another. */
    static List<ForwardingEvent> router() {
        Mapping mapping = mapping("100.64.0.7");
        MappingRefusal refusal =
                new MappingRefusal(MappingRefusal.Kind.NOT_ALLOWED, OptionalInt.of(2), "no");
        return List.of(
                new ForwardingEvent.Looked(Optional.of(new ManualEntry(GATEWAY, 12_000, 12_000))),
                new ForwardingEvent.Changed(new ForwardingState.NeedsConsent()),
                new ForwardingEvent.Changed(new ForwardingState.Asking()),
                new ForwardingEvent.LeftoverRemoved(4_000),
                new ForwardingEvent.Asking(Protocol.PCP, GATEWAY.address()),
                new ForwardingEvent.Answered(
                        new MappingAttempt(Protocol.PCP, new MappingAttempt.Refused(refusal))),
                new ForwardingEvent.PortTaken(Protocol.UPNP, 12_000, OptionalInt.of(12_001)),
                new ForwardingEvent.Answered(
                        new MappingAttempt(Protocol.UPNP, new MappingAttempt.Granted(mapping))),
                new ForwardingEvent.Changed(new ForwardingState.Standing(mapping)),
                new ForwardingEvent.Warned(List.of(NatWarning.CARRIER_NAT)),
                // Renewed, which is no news.
                new ForwardingEvent.Changed(new ForwardingState.Standing(mapping)));
    }

    /** Of a router with that address outside. */
    static Mapping mapping(String outside) {
        return new Mapping(
                Protocol.UPNP,
                GATEWAY,
                Optional.of(address(outside)),
                12_001,
                12_000,
                Optional.of(Duration.ofMinutes(10)),
                AT,
                AT.plusSeconds(300));
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
