package pingmonitor.wire;

import java.util.Optional;

/**
 * What a server remembers of a ping; of what it saw twice the later of these is worth more, except for {@link #HELD}.
 */
public enum RememberedFate {
    /** Nothing: it never came, or it was forgotten. */
    UNSEEN('0'),
    /** Not answered, for a reason that is none of these. */
    UNANSWERED('N'),
    /** Refused by the limits against abuse. */
    LIMITED('L'),
    /** Dropped by the loss setting. */
    DROPPED('D'),
    /** Its reply is held back and has not left yet; gives way to whatever becomes of it. */
    HELD('H'),
    /** Answered. */
    ANSWERED('A');

    private static final RememberedFate[] ALL = values();

    private final char letter;

    RememberedFate(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /** What a letter means, if it means anything. */
    static Optional<RememberedFate> of(char letter) {
        for (RememberedFate each : ALL) {
            if (each.letter == letter) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
