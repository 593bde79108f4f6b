package pingmonitor.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;

/**
 * Writes a session as CSV or JSON. Rows are taken in portions: of a run that goes on, a later row may be newer than the
 * summary.
 */
public final class SessionExport {
    private static final int PORTION = 1_000;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** For a file that is data, not a part of a web page: {@code <} and {@code =} stay as they are. */
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private SessionExport() {}

    /** One line a ping, with a header line (RFC 4180). */
    public static void csv(SessionView session, Appendable out) throws IOException {
        CsvColumn.writeLine(out, CsvColumn::title);
        eachRow(
                session,
                (row, where) ->
                        CsvColumn.writeLine(out, column -> column.value(row, where.orElse(""))));
    }

    /** One JSON object: the run, its summary and its pings. */
    public static void json(SessionView session, Appendable out) throws IOException {
        out.append("{\n\"run\":");
        GSON.toJson(run(session), out);
        out.append(",\n\"summary\":");
        GSON.toJson(SummaryJson.of(session), out);
        out.append(",\n\"pings\":[");
        String[] separator = {"\n"};
        eachRow(
                session,
                (row, where) -> {
                    out.append(separator[0]);
                    separator[0] = ",\n";
                    GSON.toJson(ping(row, where), out);
                });
        out.append("\n]}\n");
    }

    /** An instant in ISO 8601, UTC, with microseconds, as all files and {@code --json} have it. */
    public static String utc(Instant instant) {
        return UTC.format(instant);
    }

    private interface RowWriter {
        /**
         * @param where the way of the ping, if it is known
         */
        void write(PingRow row, Optional<String> where) throws IOException;
    }

    private static void eachRow(SessionView session, RowWriter writer) throws IOException {
        // Of a server that cannot tell, not even what is plain without it.
        boolean kept = session.mappedAddress().isPresent();
        long end = session.rowCount();
        for (long from = 0; from < end; from += PORTION) {
            List<PingRow> rows = session.rows(from, Math.min(end, from + PORTION));
            for (PingRow row : rows) {
                writer.write(row, kept ? row.verdict().map(JsonWords::of) : Optional.empty());
            }
        }
    }

    private static JsonObject run(SessionView session) {
        JsonObject json = new JsonObject();
        PlanJson.addTo(json, session.plan());
        session.remote()
                .ifPresent(remote -> json.addProperty("remote", FigureText.endpoint(remote)));
        session.mappedAddress()
                .ifPresent(seen -> json.addProperty("seenAs", FigureText.endpoint(seen)));
        session.startedAt().ifPresent(at -> json.addProperty("started", utc(at)));
        session.finishedAt().ifPresent(at -> json.addProperty("finished", utc(at)));
        session.outcome().ifPresent(outcome -> json.addProperty("outcome", JsonWords.of(outcome)));
        return json;
    }

    private static JsonObject ping(PingRow row, Optional<String> where) {
        JsonObject json = new JsonObject();
        json.addProperty("seq", row.sequence());
        json.addProperty("sentAt", utc(row.sentAt()));
        json.addProperty("sentBytes", row.sentBytes());
        json.addProperty("result", JsonWords.of(row.state()));
        row.rttNanos().ifPresent(rtt -> json.addProperty("rttNanos", rtt));
        row.reply().ifPresent(reply -> ReplyJson.addTo(json, reply));
        json.addProperty("duplicates", row.duplicates());
        row.heldUpNanos().ifPresent(nanos -> json.addProperty("heldUpNanos", nanos));
        where.ifPresent(word -> json.addProperty("where", word));
        return json;
    }
}
