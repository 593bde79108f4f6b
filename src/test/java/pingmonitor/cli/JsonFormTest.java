package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.ServerEvent;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;
import pingmonitor.ping.PingEvent;

/** The lines of {@code --json}, word by word: programs read them. */
class JsonFormTest {

    @Test
    void everyPingEventHasItsLine() {
        List<String> lines =
                CliRun.of(
                                new FakeEngines().tellingPings(Events.pings()),
                                "ping",
                                "127.0.0.1",
                                "12000",
                                "--json")
                        .out();

        String reply =
                "\"text\":\"PING 1 1795342927.102331\",\"from\":\"127.0.0.1:12000\",\"verified\":true,\"bytes\":24}";
        assertEquals(
                List.of(
                        "{\"event\":\"start\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"remote\":\"127.0.0.1:12000\",\"host\":\"127.0.0.1\",\"port\":12000,\"count\":10,\"timeoutNanos\":1000000000,\"pauseNanos\":200000000,\"messageBytes\":0}",
                        "{\"event\":\"sent\",\"seq\":1,\"at\":\"2026-11-23T10:42:07.102331Z\",\"bytes\":24}",
                        "{\"event\":\"reply\",\"seq\":1,\"rttNanos\":412007," + reply,
                        "{\"event\":\"duplicate\",\"seq\":1,\"rttNanos\":500000," + reply,
                        "{\"event\":\"foreign\",\"text\":\"<b>=1\",\"from\":\"127.0.0.1:12000\",\"verified\":false,\"bytes\":5}",
                        "{\"event\":\"sent\",\"seq\":2,\"at\":\"2026-11-23T10:42:07.102331Z\",\"bytes\":24}",
                        "{\"event\":\"timeout\",\"seq\":2}",
                        "{\"event\":\"late\",\"seq\":2,\"rttNanos\":1200000000," + reply,
                        "{\"event\":\"sent\",\"seq\":3,\"at\":\"2026-11-23T10:42:07.102331Z\",\"bytes\":24}",
                        "{\"event\":\"unreachable\",\"seq\":3,\"what\":\"port\",\"afterNanos\":300000}",
                        "{\"event\":\"error\",\"seq\":4,\"at\":\"2026-11-23T10:42:07.102331Z\",\"kind\":\"no-route\",\"message\":\"There is no route to 127.0.0.1: check the network connection and the address.\"}",
                        "{\"event\":\"sent\",\"seq\":5,\"at\":\"2026-11-23T10:42:07.102331Z\",\"bytes\":24}",
                        "{\"event\":\"cancelled\",\"seq\":5}",
                        "{\"event\":\"held-up\",\"seq\":2,\"heldUpNanos\":3200000}",
                        "{\"event\":\"seen-as\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"endpoint\":\"[2001:db8::7]:40001\",\"local\":\"[::1]:50123\"}",
                        "{\"event\":\"verdict\",\"seq\":1,\"where\":\"answered\"}",
                        "{\"event\":\"verdict\",\"seq\":2,\"where\":\"answered\"}",
                        "{\"event\":\"missed\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"beforeSeq\":6,\"slots\":3}",
                        "{\"event\":\"stalled\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"leastNanos\":9300000000}",
                        "{\"event\":\"receive-error\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"kind\":\"no-route\",\"message\":\"There is no route to 127.0.0.1: check the network connection and the address.\"}",
                        "{\"event\":\"error\",\"kind\":\"no-route\",\"message\":\"There is no route to 127.0.0.1: check the network connection and the address.\"}",
                        "{\"event\":\"verdict\",\"seq\":3,\"where\":\"back\"}"),
                lines.subList(0, 22));
        assertEquals(
                "{\"event\":\"summary\",\"at\":\"2026-11-23T10:42:12.102331Z\",\"outcome\":\"failed\",\"sent\":4,\"received\":1,\"lossPercent\":66.66666666666667,"
                        + lines.get(22).substring(lines.get(22).indexOf("\"lossLow")),
                lines.get(22));
        assertEquals(
                Set.of(
                        "event",
                        "at",
                        "outcome",
                        "sent",
                        "received",
                        "lossPercent",
                        "lossLowPercent",
                        "lossHighPercent",
                        "timedOut",
                        "late",
                        "unreachable",
                        "cancelled",
                        "inFlight",
                        "sendFailed",
                        "missed",
                        "heldUp",
                        "duplicates",
                        "foreign",
                        "unverified",
                        "reordered",
                        "where",
                        "minNanos",
                        "meanNanos",
                        "maxNanos"),
                JsonParser.parseString(lines.get(22)).getAsJsonObject().keySet(),
                "with one reply there is no deviation, jitter or IPDV");
        assertTrue(lines.get(23).startsWith("{\"event\":\"diagnosis\","), lines.get(23));
        assertEquals(24, lines.size());
    }

    @Test
    void everyServerEventHasItsLine() {
        List<ServerEvent> events = Events.server();
        List<String> lines =
                CliRun.stopped(
                                new FakeEngines()
                                        .tellingServer(events.subList(0, events.size() - 1)),
                                "serve 12000 --delay 100ms --seed 7 --json".split(" "))
                        .out();

        String client = "\"at\":\"2026-11-23T10:42:07.102331Z\",\"from\":\"[::1]:50123\",";
        assertEquals(
                List.of(
                        "{\"event\":\"listening\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"port\":12000,\"addresses\":[\"192.0.2.2\",\"fd00::2\",\"127.0.0.1\"],\"receiveBufferBytes\":4194304,\"lossPercent\":30.0,\"delayNanos\":100000000,\"delaySpread\":\"constant\",\"duplicatesPercent\":0.0,\"reorderPercent\":0.0,\"reply\":\"upper\",\"seed\":7,\"limitPerClient\":1000.0}",
                        "{\"event\":\"answered\","
                                + client
                                + "\"text\":\"Ping 1 1.5\",\"bytes\":10,\"delayNanos\":0,\"copies\":1}",
                        "{\"event\":\"answered\","
                                + client
                                + "\"text\":\"Ping 2 1.5\",\"bytes\":10,\"delayNanos\":104250999,\"copies\":2}",
                        "{\"event\":\"dropped\","
                                + client
                                + "\"text\":\"Ping 3 1.5\",\"bytes\":10}",
                        "{\"event\":\"limited\","
                                + client
                                + "\"text\":\"Ping 4 1.5\",\"bytes\":10,\"limit\":\"client-rate\"}",
                        "{\"event\":\"ignored\","
                                + client
                                + "\"text\":\"\",\"bytes\":0,\"reason\":\"system-port\"}",
                        "{\"event\":\"next-soon-after\","
                                + client
                                + "\"stray\":\"copy\",\"gapNanos\":700999}",
                        "{\"event\":\"next-soon-after\","
                                + client
                                + "\"stray\":\"late-reply\",\"gapNanos\":2000000}",
                        "{\"event\":\"silent-after-drop\","
                                + client
                                + "\"silenceNanos\":5000000000}",
                        "{\"event\":\"summary\",\"at\":\"2026-11-23T10:42:07.102331Z\",\"received\":5,\"answered\":2,\"dropped\":1,\"droppedPercent\":20.0,\"limited\":1,\"ignored\":1,\"addresses\":1,\"clients\":1}"),
                lines);
    }

    @Test
    void theInvitationFollowsTheHead() {
        LanAddress here = new LanAddress(Events.address("192.168.1.20"), "eth0", Medium.ETHERNET);
        List<String> lines =
                CliRun.stopped(
                                new FakeEngines()
                                        .tellingServer(Events.server().subList(0, 1))
                                        .on(here),
                                "serve 12000 --json".split(" "))
                        .out();
        assertEquals(
                "{\"event\":\"invitation\",\"text\":\"server 192.168.1.20 port 12000\",\"uri\":\"udp://192.168.1.20:12000\",\"address\":\"192.168.1.20\",\"port\":12000}",
                lines.get(1));
    }

    @Test
    void everyKindOfEventIsTested() {
        assertEquals(kinds(PingEvent.class), classes(Events.pings()));
        assertEquals(kinds(ServerEvent.class), classes(Events.server()));
    }

    private static Set<String> classes(List<?> events) {
        return events.stream()
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> kinds(Class<?> sealed) {
        List<Class<?>> found = new ArrayList<>();
        leaves(sealed).forEach(found::add);
        return found.stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(JsonFormTest::leaves)
                : Stream.of(type);
    }
}
