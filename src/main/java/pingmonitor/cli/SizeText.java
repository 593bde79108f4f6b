package pingmonitor.cli;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pingmonitor.settings.Settings;

/** Sizes of files for people, and limits as they are typed; a megabyte has 2²⁰ bytes. */
final class SizeText {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1_024;
    private static final Pattern TYPED =
            Pattern.compile("(\\d{1,9})\\s*([mgt]i?b?)", Pattern.CASE_INSENSITIVE);

    private SizeText() {}

    /** Three digits at most before the unit: {@code 412 B}, {@code 4.5 MB}, {@code 120 GB}. */
    static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        // 999.5 would be rounded to four digits.
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        boolean hasDecimal = unit > 0 && value < 9.95;
        return String.format(Locale.ROOT, hasDecimal ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** {@code 500MB}, {@code 2GB}, {@code 1TB}; 0 for {@code off} and 0; empty when it is none of these. */
    static OptionalLong megabytes(String typed) {
        String text = typed.strip();
        if (text.equalsIgnoreCase("off") || text.equals("0")) {
            return OptionalLong.of(0);
        }
        Matcher matcher = TYPED.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long factor =
                switch (Character.toLowerCase(matcher.group(2).charAt(0))) {
                    case 'm' -> 1;
                    case 'g' -> STEP;
                    default -> (long) STEP * STEP;
                };
        long megabytes = Long.parseLong(matcher.group(1)) * factor;
        return megabytes > 0 && megabytes <= Settings.Runs.MAX_LIMIT_MEGABYTES
                ? OptionalLong.of(megabytes)
                : OptionalLong.empty();
    }
}
