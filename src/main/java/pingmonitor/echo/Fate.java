package pingmonitor.echo;

/**
 * What chance does to one datagram that may be answered.
 *
 * @param lost not answered; then the rest has no meaning
 * @param delayNanos how long the reply is held back
 * @param copies replies to send, 1 or 2
 * @param replyText what they say
 */
record Fate(boolean lost, long delayNanos, int copies, ReplyText replyText) implements Admission {
    private static final long REORDER_HOLD_NANOS = Impairments.REORDER_HOLD_MILLIS * 1_000_000;

    /** The fate these dice give under these impairments. The impairments do not touch the dice. */
    static Fate of(FateDice dice, Impairments impairments) {
        boolean lost = dice.uniform(FateDice.Die.LOSS) < impairments.loss();
        boolean held = dice.uniform(FateDice.Die.REORDER) < impairments.reordering();
        boolean twice = dice.uniform(FateDice.Die.DUPLICATE) < impairments.duplicates();
        long delayNanos = delayNanos(dice, impairments.delay()) + (held ? REORDER_HOLD_NANOS : 0);
        return new Fate(lost, delayNanos, twice ? 2 : 1, impairments.replyText());
    }

    private static long delayNanos(FateDice dice, Delay delay) {
        long meanNanos = delay.mean().toNanos();
        return switch (delay.spread()) {
            case CONSTANT -> meanNanos;
            case UNIFORM -> (long) (dice.uniform(FateDice.Die.DELAY) * 2 * meanNanos);
        };
    }
}
