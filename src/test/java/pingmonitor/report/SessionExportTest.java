package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

/** The files say what the session says; both are read back. */
class SessionExportTest {
    private static final String NASTY = "=A1,\"q\" <b>é…";

    @Test
    void csvHasALineForEachPing() throws IOException {
        assertEquals(
                String.join(
                        "\r\n",
                        "sequence,sent_at,sent_bytes,result,rtt_ms,verified,reply_bytes,from,duplicates,held_up_ms,where,reply_text",
                        "1,2026-11-23T10:42:07.102331Z,24,replied,0.412007,true,24,127.0.0.1:12000,1,,,PING 1 1795342927.102331",
                        "2,2026-11-23T10:42:07.302331Z,24,timed-out,,,,,0,,,",
                        "3,2026-11-23T10:42:07.502331Z,24,late,1204.311000,true,24,127.0.0.1:12000,0,3.200000,,PING 3 1795342927.102331",
                        "4,2026-11-23T10:42:07.702331Z,24,unreachable,,,,,0,,,",
                        "5,2026-11-23T10:42:07.902331Z,24,replied,0.000001,false,17,[::1]:9,0,,,\"'=A1,\"\"q\"\" <b>é…\"",
                        "6,2026-11-23T10:42:07.102331Z,0,send-failed,,,,,0,,,",
                        "7,2026-11-23T10:42:08.302331Z,24,cancelled,,,,,0,,,",
                        ""),
                csv(eventful()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "` =1`|`' =1`",
                "x;=1+1|x;'=1+1",
                "＝1|'＝1",
                "PING 1 1795342927.102331|PING 1 1795342927.102331",
                "a = b, -1|a = b, -1",
            })
    void replyIsNoFormulaInASpreadsheet(String text, String written) throws IOException {
        Scene scene = new Scene().started().sent(1);
        scene.add(
                new PingEvent.Replied(1, 5, new Reply(text, 5, Scene.SERVER, ReplyMatch.UNNAMED)));
        assertEquals(written, parse(csv(scene)).get(1).get(11));
    }

    @Test
    void csvReadBackIsTheSession() throws IOException {
        Session session = eventful().session;
        List<List<String>> lines = parse(csv(eventful()));
        for (int i = 0; i < session.rowCount(); i++) {
            PingRow row = session.rows(i, i + 1).get(0);
            List<String> line = lines.get(i + 1);
            assertEquals(12, line.size());
            assertEquals(Long.toString(row.sequence()), line.get(0));
            String text = row.reply().map(Reply::text).orElse("");
            assertEquals(text.equals(NASTY) ? "'" + NASTY : text, line.get(11));
        }
        assertEquals(session.rowCount() + 1, lines.size());
    }

    @Test
    void jsonReadBackIsTheSession() throws IOException {
        StringBuilder text = new StringBuilder();
        SessionExport.json(eventful().session, text);
        JsonObject json = JsonParser.parseString(text.toString()).getAsJsonObject();

        JsonObject run = json.getAsJsonObject("run");
        assertEquals(
                "{\"host\":\"127.0.0.1\",\"port\":12000,\"count\":10,\"timeoutNanos\":1000000000,"
                        + "\"pauseNanos\":200000000,\"messageBytes\":0,"
                        + "\"remote\":\"127.0.0.1:12000\","
                        + "\"started\":\"2026-11-23T10:42:07.102331Z\","
                        + "\"finished\":\"2026-11-23T10:42:12.205331Z\",\"outcome\":\"stopped\"}",
                run.toString());

        JsonObject summary = json.getAsJsonObject("summary");
        assertEquals(6, summary.get("sent").getAsLong());
        assertEquals(60, summary.get("lossPercent").getAsDouble());
        assertEquals(1, summary.get("minNanos").getAsLong());
        assertFalse(summary.has("meanAbsIpdvNanos"));

        JsonArray pings = json.getAsJsonArray("pings");
        assertEquals(7, pings.size());
        assertEquals(
                "{\"seq\":1,\"sentAt\":\"2026-11-23T10:42:07.102331Z\",\"sentBytes\":24,"
                        + "\"result\":\"replied\",\"rttNanos\":412007,"
                        + "\"text\":\"PING 1 1795342927.102331\",\"from\":\"127.0.0.1:12000\","
                        + "\"verified\":true,\"bytes\":24,\"duplicates\":1}",
                pings.get(0).toString());
        assertEquals(3_200_000, pings.get(2).getAsJsonObject().get("heldUpNanos").getAsLong());
        assertEquals(NASTY, pings.get(4).getAsJsonObject().get("text").getAsString());
        assertFalse(
                pings.get(1).getAsJsonObject().has("rttNanos"), "a lost ping has no RTT, not 0");
    }

    @Test
    void whereEachPingsWayEndedIsThereWhenTheServerKeepsIt() throws IOException {
        Scene scene = new Scene().started().sent(1, 2, 3, 4, 5, 6, 7).replied(1, 412_007);
        scene.timedOut(2).timedOut(3).timedOut(4).timedOut(5).timedOut(6).late(6, 1_204_311_000);
        scene.unreachable(7);
        scene.mappedAddress(
                Scene.address("203.0.113.7", 40_112), Scene.address("192.168.1.20", 50_000));
        scene.verdict(2, LossLocation.FORWARD_PATH)
                .verdict(3, LossLocation.SERVER)
                .verdict(4, LossLocation.LIMITED);
        scene.verdict(5, LossLocation.RETURN_PATH);

        List<String> words =
                List.of("answered", "there", "server", "limited", "back", "answered", "");
        List<List<String>> lines = parse(csv(scene));
        assertEquals("where", lines.get(0).get(10));
        assertEquals(
                words, lines.subList(1, lines.size()).stream().map(line -> line.get(10)).toList());

        StringBuilder text = new StringBuilder();
        SessionExport.json(scene.session, text);
        JsonObject json = JsonParser.parseString(text.toString()).getAsJsonObject();
        JsonArray pings = json.getAsJsonArray("pings");
        for (int i = 0; i < words.size(); i++) {
            JsonElement where = pings.get(i).getAsJsonObject().get("where");
            assertEquals(words.get(i), where == null ? "" : where.getAsString());
        }
        assertEquals("203.0.113.7:40112", json.getAsJsonObject("run").get("seenAs").getAsString());
    }

    @Test
    void aSessionWithoutAPingIsValidToo() throws IOException {
        StringBuilder text = new StringBuilder();
        SessionExport.json(new Scene().session, text);
        JsonObject json = JsonParser.parseString(text.toString()).getAsJsonObject();

        assertTrue(json.getAsJsonArray("pings").isEmpty());
        assertFalse(json.getAsJsonObject("summary").has("lossPercent"));
        assertFalse(json.getAsJsonObject("run").has("started"));
        assertEquals(1, csv(new Scene()).lines().count());
    }

    @Test
    void manyPortionsAreWrittenWhole() throws IOException {
        Scene scene = new Scene();
        for (int i = 1; i <= 2_500; i++) {
            scene.sent(i);
        }

        List<List<String>> lines = parse(csv(scene));
        assertEquals(2_501, lines.size());
        assertEquals("2500", lines.get(2_500).get(0));
    }

    @ParameterizedTest
    @EnumSource(PingState.class)
    void theWordOfAStateIsItsName(PingState state) {
        assertEquals(state.name(), JsonWords.of(state).toUpperCase().replace('-', '_'));
    }

    private static String csv(Scene scene) throws IOException {
        StringBuilder text = new StringBuilder();
        SessionExport.csv(scene.session, text);
        return text.toString();
    }

    /** RFC 4180, by its grammar. */
    private static List<List<String>> parse(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\r' && c != '\n') {
                field.append(c);
            } else if (c != '\r') {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        return lines;
    }

    private static Scene eventful() {
        Scene scene = new Scene().started().sent(1).replied(1, 412_007).duplicate(1, 500_000);
        scene.sent(2).timedOut(2).sent(3).timedOut(3).late(3, 1_204_311_000);
        scene.add(new PingEvent.HeldUp(3, 3_200_000));
        scene.sent(4).unreachable(4).sent(5);
        scene.add(
                new PingEvent.Replied(
                        5, 1, new Reply(NASTY, 17, Scene.address("::1", 9), ReplyMatch.UNNAMED)));
        scene.sendFailed(6).sent(7).cancelled(7);
        return scene.finished(PingEvent.Outcome.STOPPED, Duration.ofMillis(5_103));
    }
}
