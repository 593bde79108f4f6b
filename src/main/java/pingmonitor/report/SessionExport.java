package pingmonitor.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;

/**
 * Writes a session as CSV or JSON. Rows are taken in portions: of a run that goes on, a later row may be newer than the
 * summary.
 */
public final class SessionExport {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** For a file that is data, not a part of a web page: {@code <} and {@code =} stay as they are. */
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private SessionExport() {}

    /** One line a ping, with a header line (RFC 4180). */
    public static void csv(SessionView session, Appendable out) throws IOException {
        csv(session, RowRange.all(session), out);
    }

    /** The same of these rows alone. */
    public static void csv(SessionView session, RowRange range, Appendable out) throws IOException {
        CsvColumn.writeLine(out, CsvColumn::title);
        eachRow(
                session,
                range,
                (row, where) ->
                        CsvColumn.writeLine(out, column -> column.value(row, where.orElse(""))));
    }

    /** One JSON object: the run, its summary and its pings. */
    public static void json(SessionView session, Appendable out) throws IOException {
        JsonObject head = new JsonObject();
        head.add("run", run(session));
        head.add("summary", SummaryJson.of(session));
        json(session, RowRange.all(session), head, out);
    }

    /** One JSON object: the run, the figures of a report about it or a part of it, its outages, and these pings. */
    public static void json(SessionView session, RowRange range, RunReport report, Appendable out)
            throws IOException {
        JsonObject head = new JsonObject();
        head.add("run", run(session));
        ReportJson.addTo(head, session, report);
        json(session, range, head, out);
    }

    /** A line for each member of the head, and one for each ping. */
    private static void json(SessionView session, RowRange range, JsonObject head, Appendable out)
            throws IOException {
        String before = "{\n";
        for (Map.Entry<String, JsonElement> member : head.entrySet()) {
            out.append(before).append('"').append(member.getKey()).append("\":");
            GSON.toJson(member.getValue(), out);
            before = ",\n";
        }
        out.append(before).append("\"pings\":[");
        String[] separator = {"\n"};
        eachRow(
                session,
                range,
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

    private static void eachRow(SessionView session, RowRange range, RowWriter writer)
            throws IOException {
        // Of a server that cannot tell, not even what is plain without it.
        boolean kept = session.mappedAddress().isPresent();
        Iterator<PingRow> rows = range.stream(session).iterator();
        while (rows.hasNext()) {
            PingRow row = rows.next();
            writer.write(row, kept ? row.verdict().map(JsonWords::of) : Optional.empty());
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
