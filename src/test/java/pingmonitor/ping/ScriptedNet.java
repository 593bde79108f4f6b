package pingmonitor.ping;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.PingRequest;
import pingmonitor.wire.RememberedFate;

/** A run on a fake clock and a network that does what the test says. */
public final class ScriptedNet {
    public static final InetSocketAddress SERVER = server();

    public final List<PingEvent> events = new ArrayList<>();
    public final List<PingSocket> links = new ArrayList<>();
    public final List<String> sent = new ArrayList<>();
    public final List<Integer> sentFrom = new ArrayList<>();
    public final List<Long> sentNanos = new ArrayList<>();

    /** What was asked, and by which port. */
    public final List<byte[]> questions = new ArrayList<>();

    public final List<Integer> askedBy = new ArrayList<>();
    public final List<Long> askedNanos = new ArrayList<>();
    public final Deque<IOException> sendErrors = new ArrayDeque<>();
    public final Deque<IOException> openErrors = new ArrayDeque<>();
    final PingRun run;
    public final KnownServers known;

    /** When the first ping was to leave. */
    public final long beganNanos;

    /** How far the wall clock was set forward, in seconds. */
    public long wallSeconds;

    /** The next ports open on another address of this machine. */
    public byte lastOfAddress = 1;

    public int closed;
    private int latestPort;
    private long nonces = 7;
    private final Set<Long> echoed = new HashSet<>();
    private final List<Boolean> withWitness = new ArrayList<>();
    private final Set<Integer> closedPorts = new HashSet<>();
    public long nowNanos = Long.MAX_VALUE - 5_000_000_000L;

    public ScriptedNet(PingPlan plan) {
        this(plan, event -> {});
    }

    /** A run against a server that was of this program in an earlier run. */
    public static ScriptedNet withKnownServer(PingPlan plan) {
        KnownServers known = new KnownServers();
        known.add(SERVER);
        return new ScriptedNet(plan, known, event -> {});
    }

    /**
     * @param listener hears of every event, too
     */
    public ScriptedNet(PingPlan plan, Consumer<PingEvent> listener) {
        this(plan, new KnownServers(), listener);
    }

    ScriptedNet(PingPlan plan, KnownServers known, Consumer<PingEvent> listener) {
        this.known = known;
        try {
            run =
                    new PingRun(
                            plan,
                            SERVER,
                            ((Consumer<PingEvent>) events::add).andThen(listener),
                            new LossLocators(known, () -> () -> nonces += 0x9E3779B97F4A7C15L),
                            this::open,
                            () -> nowNanos,
                            new RunTimeline(
                                    () ->
                                            Instant.ofEpochSecond(
                                                    1_795_342_927L + wallSeconds,
                                                    Math.floorMod(nowNanos, 1_000_000_000L)),
                                    () -> nowNanos,
                                    OptionalLong::empty));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        run.begin();
        beganNanos = run.sendNanos().orElseThrow();
        run.onTime();
    }

    public void stop() {
        run.stop();
    }

    public boolean finished() {
        return run.finished();
    }

    /** Tells of a time that is just over in which this machine could not attend to the run. */
    public void heldUp(long nanos) {
        run.onHeldUp(nowNanos - nanos, nowNanos);
    }

    /** What the run keeps in memory, for a test to measure. */
    public Object memory() {
        return run;
    }

    /** A ping that was sent from a socket. */
    public static InFlightPing ping(long sequence, PingSocket socket, long sentNanos) {
        InFlightPing ping = new InFlightPing(PingRequest.of(sequence, Instant.EPOCH, 0), socket);
        ping.sentNanos = sentNanos;
        return ping;
    }

    /** A socket by which nothing is sent. */
    public static PingSocket socket(InetSocketAddress local) {
        return new PingSocket(new SilentTransport(local));
    }

    /** Lets time pass in the steps the run asks for. */
    public void pass(Duration duration) {
        long end = nowNanos + duration.toNanos();
        while (!run.finished() && run.wakeNanos() - end <= 0) {
            // By differences: this clock passes the largest number on its way, as nanoTime may.
            nowNanos = Math.max(nowNanos - end, run.wakeNanos() - end) + end;
            run.onTime();
        }
        nowNanos = end;
    }

    /** The machine stands still: time passes and nobody looks until the end. */
    public void standStill(Duration duration) {
        nowNanos += duration.toNanos();
        run.onTime();
    }

    public void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }

    /** A datagram from the server to the port that the latest ping or question left from. */
    public void arrive(String text) {
        arriveAt(latestPort, text);
    }

    public void arriveAt(int link, String text) {
        run.onDatagram(
                links.get(link), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), nowNanos);
    }

    /** The upper-cased echo of the nth message sent, from 1, to the port it left from. */
    public void echo(int nth) {
        echoed.add(
                PingIdentity.of(
                        ByteBuffer.wrap(sent.get(nth - 1).getBytes(StandardCharsets.US_ASCII))));
        arriveAt(sentFrom.get(nth - 1), sent.get(nth - 1).toUpperCase(Locale.ROOT));
    }

    /** The lost pings that the nth question, from 1, is about; not the answered one behind them. */
    public List<Long> lostIn(int nth) {
        List<Long> identities = question(nth).identities();
        return withWitness.get(nth - 1) ? identities.subList(0, identities.size() - 1) : identities;
    }

    /** What a server of this program says to the nth question, from 1: it remembers all and sees the port as it is. */
    public void answer(int nth, RememberedFate... fates) {
        answer(nth, FateAnswer.MAX_MILLIS, portOfQuestion(nth), fates);
    }

    /** The same of one that forgot what is older, or that a NAT is before. */
    public void answer(
            int nth,
            long completeMillis,
            InetSocketAddress mappedAddress,
            RememberedFate... fates) {
        answer(nth, completeMillis, mappedAddress, true, fates);
    }

    /**
     * The same.
     *
     * @param remembers whether it knows of an answered ping, too, if it is asked about one
     */
    public void answer(
            int nth,
            long completeMillis,
            InetSocketAddress mappedAddress,
            boolean remembers,
            RememberedFate... fates) {
        List<RememberedFate> all = new ArrayList<>(List.of(fates));
        if (withWitness.get(nth - 1)) {
            all.add(remembers ? RememberedFate.ANSWERED : RememberedFate.UNSEEN);
        }
        FateAnswer answer =
                new FateAnswer(question(nth).nonce(), completeMillis, mappedAddress, all);
        deliver(askedBy.get(nth - 1), answer.encode());
    }

    public FateQuestion question(int nth) {
        return FateQuestion.read(ByteBuffer.wrap(questions.get(nth - 1))).orElseThrow();
    }

    /** The nth question in the words of a datagram. */
    public String questionText(int nth) {
        return new String(questions.get(nth - 1), StandardCharsets.US_ASCII);
    }

    public InetSocketAddress portOfQuestion(int nth) {
        return links.get(askedBy.get(nth - 1)).transport.local();
    }

    public void deliver(int link, ByteBuffer datagram) {
        run.onDatagram(links.get(link), datagram, nowNanos);
    }

    public boolean isClosed(int link) {
        return closedPorts.contains(link);
    }

    public void refuse() {
        run.onUnreachable(links.get(latestPort), nowNanos, PingEvent.Refusal.PORT);
    }

    /** The events in short: {@code sent 1, reply 1 20ms, timeout 2 …}. */
    public String story() {
        return events.stream().map(ScriptedNet::inShort).collect(Collectors.joining(", "));
    }

    /** The same from an event on. */
    public String storySince(int event) {
        return events.subList(event, events.size()).stream()
                .map(ScriptedNet::inShort)
                .collect(Collectors.joining(", "));
    }

    private PingSocket open() throws IOException {
        if (!openErrors.isEmpty()) {
            throw openErrors.pop();
        }
        int number = links.size();
        PingSocket link = new PingSocket(new Port(number));
        links.add(link);
        return link;
    }

    private static String inShort(PingEvent event) {
        if (event instanceof PingEvent.Started) {
            return "start";
        } else if (event instanceof PingEvent.Sent sent) {
            return "sent " + sent.sequence();
        } else if (event instanceof PingEvent.Replied replied) {
            return "reply " + replied.sequence() + " " + of(replied.rttNanos(), replied.reply());
        } else if (event instanceof PingEvent.TimedOut timedOut) {
            return "timeout " + timedOut.sequence();
        } else if (event instanceof PingEvent.Late late) {
            return "late " + late.sequence() + " " + of(late.rttNanos(), late.reply());
        } else if (event instanceof PingEvent.Duplicate duplicate) {
            return "duplicate "
                    + duplicate.sequence()
                    + " "
                    + of(duplicate.rttNanos(), duplicate.reply());
        } else if (event instanceof PingEvent.Unreachable unreachable) {
            return "unreachable " + unreachable.sequence() + " " + unreachable.refusal();
        } else if (event instanceof PingEvent.SendFailed failed) {
            return "sendfailed " + failed.sequence() + " " + failed.problem().kind();
        } else if (event instanceof PingEvent.Cancelled cancelled) {
            return "cancelled " + cancelled.sequence();
        } else if (event instanceof PingEvent.HeldUp heldUp) {
            return "heldup " + heldUp.sequence() + " " + heldUp.heldUpNanos() / 1_000 + "us";
        } else if (event instanceof PingEvent.Verdict verdict) {
            return "verdict " + verdict.sequence() + " " + verdict.where();
        } else if (event instanceof PingEvent.Foreign foreign) {
            return "foreign '" + foreign.datagram().text() + "'";
        } else if (event instanceof PingEvent.Failed failed) {
            return "failed " + failed.problem().kind();
        }
        return ofRun(event);
    }

    private static String ofRun(PingEvent event) {
        if (event instanceof PingEvent.Missed missed) {
            return "missed " + missed.slots() + " before " + missed.beforeSequence();
        } else if (event instanceof PingEvent.Stalled stalled) {
            return "stalled " + stalled.leastNanos() / 1_000_000 + "ms";
        } else if (event instanceof PingEvent.MappedAddress seen) {
            return "seen " + seen.endpoint().getPort();
        } else if (event instanceof PingEvent.ReceiveFailed failed) {
            return "deaf " + failed.problem().kind();
        }
        return "end " + ((PingEvent.Finished) event).outcome();
    }

    private static String of(long rttNanos, Reply reply) {
        return rttNanos / 1_000_000 + "ms" + (reply.verified() ? "" : " unverified");
    }

    private static InetSocketAddress server() {
        return address((byte) 1, 12_000);
    }

    public static InetSocketAddress address(byte lastOfAddress, int port) {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, lastOfAddress}), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private final class Port implements Transport {
        private final int number;
        private final InetSocketAddress local;

        Port(int number) {
            this.number = number;
            this.local = address(lastOfAddress, 50_000 + number);
        }

        @Override
        public void send(ByteBuffer message) throws IOException {
            if (!sendErrors.isEmpty()) {
                throw sendErrors.pop();
            }
            latestPort = number;
            if (FateQuestion.read(message).isPresent()) {
                byte[] question = new byte[message.remaining()];
                message.get(question);
                questions.add(question);
                List<Long> pings = question(questions.size()).identities();
                withWitness.add(!pings.isEmpty() && echoed.contains(pings.get(pings.size() - 1)));
                askedBy.add(number);
                askedNanos.add(nowNanos);
                return;
            }
            sent.add(StandardCharsets.US_ASCII.decode(message).toString());
            sentFrom.add(number);
            sentNanos.add(nowNanos);
        }

        @Override
        public void receive(ByteBuffer buffer) {
            throw new AssertionError("the run never waits for a datagram");
        }

        @Override
        public InetSocketAddress local() {
            return local;
        }

        @Override
        public void close() {
            closed++;
            closedPorts.add(number);
        }
    }

    private record SilentTransport(InetSocketAddress local) implements Transport {
        @Override
        public void send(ByteBuffer message) {
            throw new AssertionError("nothing is sent here");
        }

        @Override
        public void receive(ByteBuffer buffer) {
            throw new AssertionError("nothing is received here");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
