package pingmonitor.diagnosis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.ReplyContent;

/**
 * Sends a few ordinary pings from a socket that is not connected and listens who answers: the run's own socket hears
 * only the address and port that were pinged.
 */
final class SourceRecheck {
    static final int PINGS = 3;
    static final Duration GAP = Duration.ofMillis(300);
    static final Duration WHOLE = Duration.ofMillis(1_500);

    /** How soon it notices that it is to stop. */
    static final Duration SLICE = Duration.ofMillis(100);

    /** Limit of datagrams read; in a flood the recheck gives up. */
    static final int MAX_HEARD = 1_000;

    private final ProbeSocket.Factory sockets;
    private final LongSupplier nanoTime;
    private final InstantSource clock;

    SourceRecheck(ProbeSocket.Factory sockets, LongSupplier nanoTime, InstantSource clock) {
        this.sockets = sockets;
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    static SourceRecheck udp() {
        return new SourceRecheck(UdpProbeSocket::open, System::nanoTime, InstantSource.system());
    }

    /**
     * Looks for {@link #WHOLE} at most, or until the first answer.
     *
     * @param firstSequence the number of its first ping
     * @param messageBytes wished size of the pings
     */
    Recheck look(
            InetSocketAddress remote,
            long firstSequence,
            int messageBytes,
            BooleanSupplier stopped) {
        try (ProbeSocket socket = sockets.open()) {
            return new Look(socket, remote, messageBytes).until(firstSequence, stopped);
        } catch (IOException noLook) {
            // It was to help; what it would have shown stays unknown.
            return new Recheck.Nothing();
        }
    }

    private record Asked(PingRequest request, long atNanos) {}

    private final class Look {
        private final ProbeSocket socket;
        private final InetSocketAddress remote;
        private final int messageBytes;
        private final List<Asked> asked = new ArrayList<>();

        Look(ProbeSocket socket, InetSocketAddress remote, int messageBytes) {
            this.socket = socket;
            this.remote = remote;
            this.messageBytes = messageBytes;
        }

        Recheck until(long firstSequence, BooleanSupplier stopped) throws IOException {
            long start = nanoTime.getAsLong();
            for (int heard = 0; heard < MAX_HEARD && !stopped.getAsBoolean(); ) {
                long elapsed = nanoTime.getAsLong() - start;
                if (elapsed >= WHOLE.toNanos()) {
                    break;
                }
                if (asked.size() < PINGS && elapsed >= asked.size() * GAP.toNanos()) {
                    ask(firstSequence + asked.size());
                }
                Optional<ProbeSocket.Received> received = socket.receive(SLICE);
                Optional<Recheck> meaning = received.flatMap(this::meaning);
                if (meaning.isPresent()) {
                    return meaning.get();
                }
                heard += received.isPresent() ? 1 : 0;
            }
            return new Recheck.Nothing();
        }

        private void ask(long sequence) throws IOException {
            PingRequest request = PingRequest.of(sequence, clock.instant(), messageBytes);
            asked.add(new Asked(request, nanoTime.getAsLong()));
            socket.send(request.encode(), remote);
        }

        /** Only the server knows the port or the text of the pings; any other datagram is ignored. */
        private Optional<Recheck> meaning(ProbeSocket.Received received) {
            InetSocketAddress from = received.from();
            ReplyContent content = ReplyContent.read(received.content());
            if (from.equals(remote)) {
                return Optional.of(now(content));
            }
            boolean sameMachine = from.getAddress().equals(remote.getAddress());
            return sameMachine || asked.stream().anyMatch(each -> content.answers(each.request()))
                    ? Optional.of(new Recheck.Elsewhere(from, remote))
                    : Optional.empty();
        }

        private Recheck now(ReplyContent content) {
            long heard = nanoTime.getAsLong();
            List<Asked> answered =
                    asked.stream().filter(each -> content.answers(each.request())).toList();
            List<Asked> mayBe = answered.isEmpty() ? asked : answered;
            return new Recheck.AnswersNow(
                    remote,
                    Duration.ofNanos(heard - mayBe.get(mayBe.size() - 1).atNanos()),
                    Duration.ofNanos(heard - mayBe.get(0).atNanos()));
        }
    }
}
