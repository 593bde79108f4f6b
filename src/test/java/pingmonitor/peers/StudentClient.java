package pingmonitor.peers;

import static pingmonitor.peers.ClientExpectation.allAnswered;
import static pingmonitor.peers.ClientScripts.ping;
import static pingmonitor.peers.ClientScripts.pinging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import pingmonitor.echo.ServerEvent;

/**
 * Clients as students write them: each a program in {@code resources/peers/clients} of the same name, its twin in Java,
 * and what our server does with it.
 */
enum StudentClient {
    FROM_ZERO(pinging(number -> ping(number - 1)), allAnswered()),
    CR_LF(pinging(number -> ping(number) + "\r\n"), allAnswered()),
    UPPER_CASE(pinging(number -> ping(number).toUpperCase(Locale.ROOT)), allAnswered()),
    MILLISECONDS(
            pinging(number -> "Ping " + number + " " + System.currentTimeMillis()), allAnswered()),
    SAME_TEXT(pinging(number -> "ping"), allAnswered()),
    SAME_CAPITALS(pinging(number -> "PING"), allAnswered()),
    EMPTY(pinging(number -> ""), allAnswered()),
    JSON_MESSAGE(
            pinging(ClientScripts::json, (reply, number) -> ClientScripts.numberInJson(reply)),
            allAnswered().hearing(StudentClient::numbers)),
    BINARY_STRUCT(
            pinging(StudentClient::packed, (reply, number) -> Integer.toString(numberIn(reply))),
            allAnswered().hearing(StudentClient::numbers)),
    SOCKET_PER_PING(ClientScripts.withSocketForEach(), allAnswered()),
    ALL_AT_ONCE(ClientScripts.allAtOnce(), allAnswered()),
    CLOSES_EARLY(ClientScripts.closingEarly(), allAnswered().hearing(replies -> List.of())),
    NEXT_REPLY(
            pinging(ClientScripts::ping, (reply, number) -> reply + " for " + number),
            allAnswered()
                    .withDuplicates()
                    .hearing(StudentClient::copiesTakenForTheNext)
                    .noticed(ServerEvent.NextSoonAfter.class)),
    NO_TIMEOUT(
            ClientScripts.waitingForEver(),
            allAnswered().hangingAtTheFirstLoss().noticed(ServerEvent.SilentAfterDrop.class));

    private final ClientScripts.Script twin;
    private final ClientExpectation expectation;

    StudentClient(ClientScripts.Script twin, ClientExpectation expectation) {
        this.twin = twin;
        this.expectation = expectation;
    }

    /** The same in Java. */
    ClientScripts.Script twin() {
        return twin;
    }

    /** Its program in Python. */
    String file() {
        return "clients/" + name().toLowerCase(Locale.ROOT) + ".py";
    }

    ClientExpectation expectation() {
        return expectation;
    }

    private static List<String> numbers(List<String> replies) {
        return IntStream.rangeClosed(1, replies.size()).mapToObj(Integer::toString).toList();
    }

    /** Every reply comes twice, and its copy is taken for the reply to the next ping. */
    private static List<String> copiesTakenForTheNext(List<String> replies) {
        return IntStream.rangeClosed(1, replies.size())
                .mapToObj(number -> replies.get((number - 1) / 2) + " for " + number)
                .toList();
    }

    private static String packed(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES);
        bytes.putInt(number).putDouble(System.currentTimeMillis() / 1_000.0);
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    private static int numberIn(String packed) {
        return ByteBuffer.wrap(packed.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }
}
