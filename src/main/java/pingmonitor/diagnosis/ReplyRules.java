package pingmonitor.diagnosis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.ReplyMatches;

/** What the replies show of what the server does with the number and the time of a ping. */
final class ReplyRules {
    /** A server that mixes more ways than that mixes them at random. */
    private static final int MAX_FINDINGS = 2;

    private ReplyRules() {}

    static void add(Evidence evidence, List<Finding> findings) {
        if (evidence.outcome().isEmpty()) {
            return;
        }
        ReplyMatches matches = evidence.statistics().matches();
        Arrays.stream(ReplyMatch.values())
                .filter(way -> matches.of(way) > 0)
                .sorted(Comparator.comparingLong(way -> -matches.of(way)))
                .flatMap(way -> finding(way, matches))
                .limit(MAX_FINDINGS)
                .forEach(findings::add);
    }

    /** Whether there is something to say of the replies. */
    static boolean apply(ReplyMatches matches) {
        return Arrays.stream(ReplyMatch.values())
                .anyMatch(way -> matches.of(way) > 0 && cause(way).isPresent());
    }

    private static Stream<Finding> finding(ReplyMatch way, ReplyMatches matches) {
        Action action =
                way == ReplyMatch.LEFTOVER ? Action.SEND_BYTES_RECEIVED : Action.SEND_SAME_TEXT;
        return cause(way).stream()
                .map(
                        cause ->
                                Finding.of(
                                        cause,
                                        List.of(matches.of(way), matches.all()),
                                        Step.of(action)));
    }

    private static Optional<Cause> cause(ReplyMatch way) {
        return switch (way) {
            case VERIFIED -> Optional.empty();
            case LEFTOVER -> Optional.of(Cause.SENDS_WHOLE_BUFFER);
            case ROUGH_TIME -> Optional.of(Cause.ROUNDS_TIME);
            case OTHER_TIME -> Optional.of(Cause.NAMES_OWN_TIME);
            case NUMBER_ONLY -> Optional.of(Cause.NAMES_NUMBER_ONLY);
            case TIME_ONLY -> Optional.of(Cause.NAMES_TIME_ONLY);
            case TIME_WITH_OTHER_NUMBER -> Optional.of(Cause.NAMES_OWN_NUMBER);
            case OTHER_NUMBER -> Optional.of(Cause.NAMES_OWN_NUMBER_ONLY);
            case UNNAMED -> Optional.of(Cause.SENDS_OWN_TEXT);
        };
    }
}
