package pingmonitor.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;

/** Properties as text, in an order that stays. */
final class SortedProperties {
    private SortedProperties() {}

    /** Properties writes a date first and the lines in any order. Neither can be compared or read well. */
    static String text(Properties values) {
        StringWriter out = new StringWriter();
        try {
            values.store(out, null);
        } catch (IOException intoAString) {
            throw new UncheckedIOException(intoAString);
        }
        return out.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
