package pingmonitor.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pingmonitor.diagnosis.Diagnosis;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.NetworkExaminer;
import pingmonitor.diagnosis.OwnServer;
import pingmonitor.session.PingRow;
import pingmonitor.session.Session;

/** What our client says of the servers that students write, whatever these are written in. */
abstract class StudentServerContract {
    private static final int PINGS = 10;

    /** After a run the server may be asked so often where pings were lost. */
    private static final int MAX_QUESTIONS = 3;

    /** After a silent run so many further pings look for who answers, and from where. */
    private static final int MAX_RECHECKS = 3;

    /** So many ports until it is known whether each reply has a second one; then the pings keep theirs. */
    private static final int MAX_CLIENTS = 3;

    /** The last datagram that a server gets: what was sent to it before this, it has printed before this. */
    private static final byte[] LAST =
            "Ping 0 0000000000.000000".getBytes(StandardCharsets.US_ASCII);

    private static final String RECEIVED_PING = "received Ping ";

    abstract Program start(StudentServer server) throws Exception;

    @ParameterizedTest
    @MethodSource("possibleHere")
    @Timeout(120)
    void aRunSaysWhatTheServerDid(StudentServer server) throws Exception {
        ServerExpectation expected = server.expectation();
        try (Program program = start(server);
                DatagramSocket last = new DatagramSocket()) {
            String listening = program.awaitLine(line -> line.startsWith("listening "));
            int port = Integer.parseInt(listening.substring("listening ".length()));
            for (int run = 1; run <= expected.fates().size(); run++) {
                Session session =
                        PingRun.of(expected.host(), port, expected.timeout(), expected.pause());
                String causes = causes(session);
                String fates = PingFates.of(session);
                String what = server + ", run " + run + ": " + fates;
                assertTrue(fates.matches(expected.fates().get(run - 1)), what);
                assertOtherFigures(expected, session, what);
                if (run == expected.fates().size()) {
                    assertTrue(causes.matches(expected.causes()), what + ", " + causes);
                }
                assertOnlyPingsAndFewQuestions(fates, received(program, run, last, port), what);
            }
            assertTrue(clientsOfFirstRun(program) <= MAX_CLIENTS, program.all());
        }
    }

    static List<StudentServer> possibleHere() {
        return StudentServer.possibleHere();
    }

    private static void assertOtherFigures(
            ServerExpectation expected, Session session, String what) {
        assertEquals(
                0,
                session.statistics().foreign(),
                () -> what + session.journal(0, session.journalSize()));
        for (PingRow row : session.rows(0, PINGS - 1)) {
            // The last one's second reply may come after the end.
            assertEquals(expected.duplicates() ? 1 : 0, row.duplicates(), what);
        }
    }

    /**
     * The pings come in order and none twice; questions have other numbers, and come after them. Only where some pings
     * were lost may one question take a ping's turn.
     */
    private static void assertOnlyPingsAndFewQuestions(
            String fates, List<Long> numbers, String what) {
        List<Long> pings = numbers.stream().filter(number -> number <= PINGS).toList();
        long answered = PingFates.answered(fates);
        String all = what + " " + numbers;
        assertEquals(LongStream.rangeClosed(1, pings.size()).boxed().toList(), pings, all);
        assertTrue(pings.size() >= answered, all);
        int last = pings.isEmpty() ? 0 : numbers.indexOf((long) pings.size());
        long between = numbers.subList(0, last).stream().filter(number -> number > PINGS).count();
        assertTrue(between <= (PingFates.anyLost(fates) ? 1 : 0), all);
        int questions = numbers.size() - pings.size();
        assertTrue(questions <= MAX_QUESTIONS + (answered == 0 ? MAX_RECHECKS : 0), all);
    }

    /** The numbers that a server received in a run, once it has received everything or ended. */
    private static List<Long> received(Program program, int run, DatagramSocket last, int port)
            throws Exception {
        List<Long> numbers = new ArrayList<>();
        if (program.lines().stream().noneMatch(line -> line.startsWith(RECEIVED_PING))) {
            return numbers;
        }
        last.send(new DatagramPacket(LAST, LAST.length, InetAddress.getByName("127.0.0.1"), port));
        program.awaitLinesOrEnd(line -> line.startsWith(RECEIVED_PING + "0 "), run);
        int ends = 0;
        for (String line : program.lines()) {
            if (line.startsWith(RECEIVED_PING)) {
                long number = Long.parseLong(line.split(" ")[2]);
                ends += number == 0 ? 1 : 0;
                if (number > 0 && ends == run - 1) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /** How many clients the server told of that keeps a list of them. */
    private static long clientsOfFirstRun(Program program) {
        return program.lines().stream()
                .takeWhile(line -> !line.startsWith(RECEIVED_PING + "0 "))
                .filter(line -> line.startsWith("new client "))
                .count();
    }

    private static String causes(Session session) {
        List<Finding> found = new ArrayList<>();
        if (Diagnosis.worthwhile(session)) {
            new NetworkExaminer(OwnServer.None::new)
                    .examine(
                            session,
                            () -> false,
                            now -> {
                                found.clear();
                                found.addAll(now);
                            });
        }
        return found.stream().map(each -> each.cause().word()).collect(Collectors.joining(" "));
    }
}
