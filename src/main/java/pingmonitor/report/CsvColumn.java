package pingmonitor.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pingmonitor.ping.Reply;
import pingmonitor.session.PingRow;

/** The columns of the CSV file, in order. Described in src/docs/json-and-csv.md. */
enum CsvColumn {
    SEQUENCE("sequence", row -> Long.toString(row.sequence())),
    SENT_AT("sent_at", row -> SessionExport.utc(row.sentAt())),
    SENT_BYTES("sent_bytes", row -> Integer.toString(row.sentBytes())),
    RESULT("result", row -> JsonWords.of(row.state())),
    RTT("rtt_ms", row -> millis(row.rttNanos())),
    VERIFIED("verified", row -> ofReply(row, reply -> Boolean.toString(reply.verified()))),
    REPLY_BYTES("reply_bytes", row -> ofReply(row, reply -> Integer.toString(reply.bytes()))),
    FROM("from", row -> ofReply(row, reply -> FigureText.endpoint(reply.from()))),
    DUPLICATES("duplicates", row -> Integer.toString(row.duplicates())),
    HELD_UP("held_up_ms", row -> millis(row.heldUpNanos())),
    WHERE("where", (row, where) -> where),
    REPLY_TEXT("reply_text", row -> ofReply(row, reply -> inert(reply.text())));

    private static final Pattern FORMULA = Pattern.compile("(^|;)([\\s\"]*[=+\\-@＝＋－＠])");

    private final String title;
    private final BiFunction<PingRow, String, String> value;

    CsvColumn(String title, Function<PingRow, String> value) {
        this(title, (row, where) -> value.apply(row));
    }

    CsvColumn(String title, BiFunction<PingRow, String, String> value) {
        this.title = title;
        this.value = value;
    }

    /** What stands in the header line. */
    String title() {
        return title;
    }

    /**
     * What stands in the line of a ping.
     *
     * @param where the ping's way ended; empty if that is not known
     */
    String value(PingRow row, String where) {
        return value.apply(row, where);
    }

    /** Writes a line (RFC 4180): CR LF at its end, quotes where they are needed. */
    static void writeLine(Appendable out, Function<CsvColumn, String> field) throws IOException {
        out.append(
                Arrays.stream(values())
                        .map(column -> quoted(field.apply(column)))
                        .collect(Collectors.joining(",", "", "\r\n")));
    }

    /**
     * A text that no spreadsheet takes for a formula: an apostrophe stands before the sign that would make it one, at the
     * beginning and behind a semicolon, which ends a cell where numbers have a decimal comma.
     */
    private static String inert(String text) {
        return FORMULA.matcher(text).replaceAll("$1'$2");
    }

    private static String quoted(String field) {
        boolean needed =
                field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private static String millis(OptionalLong nanos) {
        return nanos.isPresent() ? FigureText.exactMillis(nanos.getAsLong()) : "";
    }

    private static String ofReply(PingRow row, Function<Reply, String> text) {
        return row.reply().map(text).orElse("");
    }
}
