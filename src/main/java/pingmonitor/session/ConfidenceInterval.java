package pingmonitor.session;

/** A range of a share, both ends from 0 to 1. */
public record ConfidenceInterval(double low, double high) {
    /** Two-sided 95 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** The Wilson score interval of a share at 95 % (E. B. Wilson, JASA 22, 1927). */
    static ConfidenceInterval wilson95(long hits, long trials) {
        double n = trials;
        double share = hits / n;
        double zz = Z * Z;
        double centre = share + zz / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + zz / (4 * n * n));
        double scale = 1 + zz / n;
        // Where nothing or all was hit the ends are 0 and 1, and rounding would miss them.
        return new ConfidenceInterval(
                hits == 0 ? 0 : Math.max(0, (centre - half) / scale),
                hits == trials ? 1 : Math.min(1, (centre + half) / scale));
    }
}
