package pingmonitor.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;

/** What our server does with the clients that students write, whatever these are written in. */
abstract class StudentClientContract {
    private static final long SEED = 9;
    private static final int DATAGRAMS = 10;
    private static final int MAX_CLIENTS = 10;
    private static final String HEARD = "heard ";

    abstract Program start(StudentClient client, int port) throws Exception;

    @ParameterizedTest
    @MethodSource("clientsAndReplyTexts")
    @Timeout(120)
    void theServerAnswersAndTheClientHearsIt(StudentClient client, ReplyText replyText)
            throws Exception {
        ClientExpectation expected = client.expectation();
        try (OurServer server = new OurServer(expected.impairments(replyText), SEED);
                Program program = start(client, server.port())) {
            List<ServerEvent.OfDatagram> events =
                    expected.hangs() ? untilDropped(server) : untilEnd(server, program);
            String fates =
                    events.stream().map(StudentClientContract::fate).collect(Collectors.joining());
            assertTrue(fates.matches(expected.fates()), client + ": " + events);
            List<String> replies =
                    events.stream()
                            .filter(ServerEvent.Answered.class::isInstance)
                            .map(event -> replyTo(event.text(), replyText))
                            .toList();
            List<String> heard = expected.heard().apply(replies);
            // One that hangs may not have printed them yet.
            program.awaitLinesOrEnd(StudentClientContract::isHeard, heard.size());
            assertEquals(heard, heard(program), client.name());
            if (expected.hint().isEmpty()) {
                assertEquals(List.of(), server.hints(), client.name());
            }
            assertEquals(expected.hangs(), !program.hasEnded(), program.all());
        }
    }

    @ParameterizedTest
    @MethodSource("noticedClients")
    @Timeout(120)
    void theServerNoticesWhatTheClientMayDoWrong(StudentClient client) throws Exception {
        ClientExpectation expected = client.expectation();
        Impairments impairments = expected.impairments(ReplyText.UPPER_CASE);
        try (OurServer server = new OurServer(impairments, SEED)) {
            // A client that a busy machine holds up is not as quick as what is to be noticed.
            for (int i = 0; i < MAX_CLIENTS && server.hints().isEmpty(); i++) {
                try (Program program = start(client, server.port())) {
                    if (expected.hangs()) {
                        server.awaitHint();
                    } else {
                        program.awaitEnd();
                    }
                }
            }
            ServerEvent.Hint hint = server.awaitHint().get(0);
            assertEquals(expected.hint(), Optional.of(hint.getClass()));
        }
    }

    static Stream<Arguments> clientsAndReplyTexts() {
        return Stream.of(StudentClient.values())
                .flatMap(
                        client ->
                                Stream.of(ReplyText.values())
                                        .map(text -> Arguments.of(client, text)));
    }

    static Stream<StudentClient> noticedClients() {
        return Stream.of(StudentClient.values())
                .filter(client -> client.expectation().hint().isPresent());
    }

    private static String replyTo(String text, ReplyText replyText) {
        return replyText == ReplyText.UPPER_CASE ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static List<ServerEvent.OfDatagram> untilEnd(OurServer server, Program program) {
        program.awaitEnd();
        return server.awaitEvents(DATAGRAMS);
    }

    /** A client that hangs sends nothing more. */
    private static List<ServerEvent.OfDatagram> untilDropped(OurServer server) {
        int count = 1;
        while (server.awaitEvents(count).get(count - 1) instanceof ServerEvent.Answered) {
            count++;
        }
        return server.awaitEvents(count);
    }

    private static boolean isHeard(String line) {
        return line.startsWith(HEARD);
    }

    private static List<String> heard(Program program) {
        return program.lines().stream()
                .filter(StudentClientContract::isHeard)
                .map(line -> line.substring(HEARD.length()))
                .toList();
    }

    private static String fate(ServerEvent.OfDatagram event) {
        if (event instanceof ServerEvent.Answered) {
            return "a";
        } else if (event instanceof ServerEvent.Dropped) {
            return "d";
        }
        return event instanceof ServerEvent.Limited ? "l" : "i";
    }
}
