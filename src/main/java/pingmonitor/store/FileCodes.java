package pingmonitor.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.PingEvent.Refusal;
import pingmonitor.ping.ReplyMatch;

/**
 * The numbers that stand for words of the program in a run's file. They are given here and not taken from the order of
 * the words, which may change.
 */
final class FileCodes<E extends Enum<E>> {
    static final FileCodes<LossLocation> PLACES =
            new FileCodes<>(
                    LossLocation.class,
                    List.of(
                            LossLocation.ANSWERED,
                            LossLocation.FORWARD_PATH,
                            LossLocation.SERVER,
                            LossLocation.LIMITED,
                            LossLocation.RETURN_PATH));
    static final FileCodes<Refusal> REFUSALS =
            new FileCodes<>(Refusal.class, List.of(Refusal.PORT, Refusal.HOST));
    static final FileCodes<Outcome> OUTCOMES =
            new FileCodes<>(
                    Outcome.class, List.of(Outcome.COMPLETED, Outcome.STOPPED, Outcome.FAILED));
    static final FileCodes<ReplyMatch> MATCHES =
            new FileCodes<>(
                    ReplyMatch.class,
                    List.of(
                            ReplyMatch.VERIFIED,
                            ReplyMatch.LEFTOVER,
                            ReplyMatch.ROUGH_TIME,
                            ReplyMatch.OTHER_TIME,
                            ReplyMatch.NUMBER_ONLY,
                            ReplyMatch.TIME_ONLY,
                            ReplyMatch.TIME_WITH_OTHER_NUMBER,
                            ReplyMatch.OTHER_NUMBER,
                            ReplyMatch.UNNAMED));

    private final List<E> words;
    private final Map<E, Integer> codes;

    private FileCodes(Class<E> type, List<E> words) {
        this.words = words;
        this.codes = new EnumMap<>(type);
        for (int i = 0; i < words.size(); i++) {
            codes.put(words.get(i), i + 1);
        }
        if (codes.size() != type.getEnumConstants().length) {
            throw new IllegalStateException("a word of " + type + " has no number");
        }
    }

    /** From 1; 0 is left for none. */
    int code(E word) {
        return codes.get(word);
    }

    /** The word of a number; empty for 0 and for one that a newer version may have. */
    Optional<E> word(int code) {
        return code < 1 || code > words.size()
                ? Optional.empty()
                : Optional.of(words.get(code - 1));
    }
}
