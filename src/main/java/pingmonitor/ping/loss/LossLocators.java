package pingmonitor.ping.loss;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.RunContext;
import pingmonitor.ping.RunExtension;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.RememberedFate;

/** Makes for each run what finds out where its pings were lost. */
public final class LossLocators implements RunExtension.Factory {
    private final KnownServers known;
    private final Supplier<LongSupplier> nonces;

    /** No server is known before the run. */
    public LossLocators() {
        this(new KnownServers());
    }

    /**
     * @param known the servers that may be asked at any time; what the runs learn is noted there
     */
    public LossLocators(KnownServers known) {
        this(known, () -> new SplittableRandom(new SecureRandom().nextLong())::nextLong);
    }

    /**
     * @param nonces makes for a run, before its first ping, the source of numbers that nobody can guess
     */
    public LossLocators(KnownServers known, Supplier<LongSupplier> nonces) {
        this.known = known;
        this.nonces = nonces;
    }

    @Override
    public RunExtension create(PingPlan plan, InetSocketAddress remote, RunContext run) {
        return new LossLocator(plan, remote, run, known, nonces.get());
    }

    @Override
    public void warmUp() {
        LostPings.Batch none = new LostPings.Batch(List.of(), Optional.empty());
        FateQuestion.read(new LossQuestion(1, Instant.EPOCH, 0, none, Optional.empty()).content());
        FateAnswer.read(
                new FateAnswer(
                                0,
                                0,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                                List.of(RememberedFate.ANSWERED))
                        .encode());
    }
}
