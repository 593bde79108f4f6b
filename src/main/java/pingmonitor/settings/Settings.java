package pingmonitor.settings;

import java.util.List;
import java.util.Optional;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;

/**
 * What the program remembers from one start to the next. {@link SettingsText} makes the keys of the file from the names
 * of the components.
 *
 * @param ping what stood in the ping form
 * @param server how the lossy server was set
 * @param look how the window looks
 * @param window where the window was; empty before the first closing
 * @param runs what becomes of runs on disk
 */
public record Settings(Ping ping, Server server, Look look, Optional<Placement> window, Runs runs) {

    /** Characters kept of a text. Nothing that makes sense in a field is longer. */
    public static final int MAX_TEXT = 1_000;

    /** Settings whose runs are kept as at the first start. */
    public Settings(Ping ping, Server server, Look look, Optional<Placement> window) {
        this(ping, server, look, window, Runs.DEFAULT);
    }

    /**
     * The texts of the ping form as they were typed, valid or not.
     *
     * @param host name or address
     * @param port of the server to ping
     * @param count number of pings
     * @param untilStopped whether to go on until stopped instead
     * @param timeout with its unit
     * @param pause with its unit
     * @param fixedRate whether to ping at a fixed rate instead of waiting for each reply
     * @param interval of the fixed rate, with its unit
     * @param size in bytes, may be empty
     * @param family which of a name's addresses to use
     * @param verdicts whether to ask the server where pings were lost
     */
    public record Ping(
            String host,
            String port,
            String count,
            boolean untilStopped,
            String timeout,
            String pause,
            boolean fixedRate,
            String interval,
            String size,
            AddressFamily family,
            boolean verdicts) {}

    /**
     * The lossy server.
     *
     * @param port as typed
     * @param impairments what is done to replies
     * @param limits against abuse: the usual ones, none, or those for a number a second for each client
     * @param seed of the random fates
     * @param announced whether it is announced in the local network
     * @param name under which it is announced; empty for the name of the machine
     * @param panelOpen whether the server's panel is unfolded
     */
    public record Server(
            String port,
            Impairments impairments,
            RateLimitSettings limits,
            long seed,
            boolean announced,
            String name,
            boolean panelOpen) {}

    /**
     * Theme, language and size.
     *
     * @param language a language tag, or {@link #SYSTEM_LANGUAGE}
     * @param fontSize of ordinary text in pixels, {@link #MIN_FONT_SIZE} to {@link #MAX_FONT_SIZE}
     */
    public record Look(Theme theme, String language, int fontSize) {
        public static final String SYSTEM_LANGUAGE = "system";
        public static final int DEFAULT_FONT_SIZE = 13;
        public static final int MIN_FONT_SIZE = 9;
        public static final int MAX_FONT_SIZE = 40;

        public Look {
            if (fontSize < MIN_FONT_SIZE || fontSize > MAX_FONT_SIZE) {
                throw new IllegalArgumentException("font size " + fontSize);
            }
        }
    }

    /**
     * What becomes of runs on disk.
     *
     * @param kept whether runs are kept at all, where nobody says otherwise
     * @param limitMegabytes from this room on the oldest runs go; 0 for no limit
     */
    public record Runs(boolean kept, long limitMegabytes) {
        public static final long MAX_LIMIT_MEGABYTES = 1L << 30;

        static final Runs DEFAULT = new Runs(true, 2_048);

        private static final int MEGABYTE_BITS = 20;

        public Runs {
            if (limitMegabytes < 0 || limitMegabytes > MAX_LIMIT_MEGABYTES) {
                throw new IllegalArgumentException("limit " + limitMegabytes);
            }
        }

        /** The same in bytes. */
        public long limitBytes() {
            return limitMegabytes << MEGABYTE_BITS;
        }
    }

    /** Bright or dark. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /**
     * The window on the screen, in pixels of the toolkit.
     *
     * @param dividers positions of the split panes, 0 to 1, in the order of the window; may be empty
     */
    public record Placement(
            double x,
            double y,
            double width,
            double height,
            boolean maximised,
            List<Double> dividers) {

        public Placement {
            dividers = List.copyOf(dividers);
            boolean finite = Double.isFinite(x + y + width + height);
            if (!finite || width <= 0 || height <= 0) {
                throw new IllegalArgumentException(
                        "window " + x + " " + y + " " + width + " " + height);
            }
            for (double divider : dividers) {
                if (!(divider >= 0 && divider <= 1)) {
                    throw new IllegalArgumentException("divider " + divider);
                }
            }
        }
    }

    /** The settings of the first start. */
    public static final Settings DEFAULT =
            new Settings(
                    new Ping(
                            PingPlan.DEFAULT_HOST,
                            Integer.toString(PingPlan.DEFAULT_PORT),
                            Long.toString(PingPlan.DEFAULT_COUNT),
                            false,
                            PingPlan.DEFAULT_TIMEOUT.toSeconds() + " s",
                            Pacing.StopAndWait.DEFAULT_PAUSE.toMillis() + " ms",
                            false,
                            Pacing.FixedRate.DEFAULT_INTERVAL.toSeconds() + " s",
                            "",
                            AddressFamily.ANY,
                            true),
                    new Server(
                            Integer.toString(EchoPlan.DEFAULT_PORT),
                            Preset.BOOK.impairments(),
                            RateLimitSettings.DEFAULT,
                            1,
                            true,
                            "",
                            true),
                    new Look(Theme.LIGHT, Look.SYSTEM_LANGUAGE, Look.DEFAULT_FONT_SIZE),
                    Optional.empty());
}
