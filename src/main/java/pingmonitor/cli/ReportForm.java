package pingmonitor.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In what form a report is written. */
enum ReportForm {
    TEXT("--text", "txt"),
    JSON("--json", "json"),
    CSV("--csv", "csv"),
    HTML("--html", "html", "htm"),
    PCAPNG("--pcapng", "pcapng");

    /** What follows the last dot of a name; a date or a number behind a dot is none. */
    private static final Pattern SUFFIX = Pattern.compile("[^.].*\\.([A-Za-z][A-Za-z0-9]{0,9})");

    private final String option;
    private final List<String> suffixes;

    ReportForm(String option, String... suffixes) {
        this.option = option;
        this.suffixes = List.of(suffixes);
    }

    /** The suffix of a file's name in small letters, without the dot; empty where it has none. */
    static Optional<String> suffixOf(Path file) {
        Path name = file.getFileName();
        Matcher matcher = SUFFIX.matcher(name == null ? "" : name.toString());
        return matcher.matches()
                ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The form whose files have that suffix. */
    static Optional<ReportForm> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(form -> form.suffixes.contains(suffix)).findFirst();
    }

    /** The usual suffix of its files, without the dot. */
    String suffix() {
        return suffixes.get(0);
    }

    /** The option that asks for it. */
    String option() {
        return option;
    }

    /** Whether a terminal cannot show it. */
    boolean isBinary() {
        return this == PCAPNG;
    }
}
