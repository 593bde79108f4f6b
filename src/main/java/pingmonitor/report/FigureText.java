package pingmonitor.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.InetSocketAddress;
import pingmonitor.text.AddressText;

/** Figures as text for consoles and files: with a decimal point and without grouping in every language. */
public final class FigureText {
    private FigureText() {}

    /** Seconds with six decimals, e.g. {@code 0.000412}. */
    public static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    /** Seconds with one decimal, e.g. {@code 9.3}. */
    static String roughSeconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** Milliseconds with three decimals, e.g. {@code 0.412}. */
    public static String millis(double nanos) {
        return new BigDecimal(nanos)
                .movePointLeft(6)
                .setScale(3, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Milliseconds to the nanosecond, e.g. {@code 0.412007}. */
    public static String exactMillis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).toPlainString();
    }

    /**
     * A share from 0 to 1 in percent, without the sign, with six significant figures at most, as ping(8) has it:
     * {@code 30}, {@code 36.3636}, never a rounded 100 for less than all.
     */
    public static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        BigDecimal rounded = percent.round(new MathContext(6));
        boolean wrongAll = share < 1 && rounded.compareTo(BigDecimal.valueOf(100)) == 0;
        return plain(wrongAll ? percent : rounded);
    }

    /** Address and port, {@code 127.0.0.1:12000} or {@code [::1]:12000}. */
    public static String endpoint(InetSocketAddress address) {
        String host =
                address.isUnresolved()
                        ? address.getHostString()
                        : AddressText.of(address.getAddress());
        return endpoint(host, address.getPort());
    }

    /** Host and port, with brackets around an IPv6 literal. */
    public static String endpoint(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
