package pingmonitor.echo.fate;

/**
 * Draws fates by chance. The same seed gives the same fates, so that a demonstration can be repeated, and no client
 * changes the luck of another.
 *
 * @param seed of all chance
 * @param impairments what chance may do; they do not change the dice
 */
public record SeededFatePolicy(long seed, Impairments impairments) implements FatePolicy {
    private static final long REORDER_HOLD_NANOS = Impairments.REORDER_HOLD_MILLIS * 1_000_000;

    @Override
    public Fate fate(long client, long datagram, int sizeBytes) {
        return fate(FateDice.of(seed, client, datagram));
    }

    /** The same dice with other impairments. */
    public SeededFatePolicy with(Impairments changed) {
        return new SeededFatePolicy(seed, changed);
    }

    Fate fate(FateDice dice) {
        boolean lost = dice.uniform(FateDice.Die.LOSS) < impairments.loss();
        boolean held = dice.uniform(FateDice.Die.REORDER) < impairments.reordering();
        boolean twice = dice.uniform(FateDice.Die.DUPLICATE) < impairments.duplicates();
        long delayNanos = delayNanos(dice) + (held ? REORDER_HOLD_NANOS : 0);
        return Fate.of(lost, delayNanos, twice ? 2 : 1, impairments.replyText());
    }

    private long delayNanos(FateDice dice) {
        long meanNanos = impairments.delay().mean().toNanos();
        return switch (impairments.delay().spread()) {
            case CONSTANT -> meanNanos;
            case UNIFORM -> (long) (dice.uniform(FateDice.Die.DELAY) * 2 * meanNanos);
        };
    }
}
