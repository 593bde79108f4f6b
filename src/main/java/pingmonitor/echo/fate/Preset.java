package pingmonitor.echo.fate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Impairments with a name. */
public enum Preset {
    /** What the lab's text says: 30 % loss. */
    BOOK("book", Impairments.ofLoss(0.30)),
    /** What the lab's Python server does: {@code randint(0, 10) < 4}. */
    BOOK_PYTHON("book-python", Impairments.ofLoss(4.0 / 11)),
    /** What the book's Java server does: 30 % loss and 0 to 200 ms of delay, and replies that are what came. */
    BOOK_JAVA(
            "book-java",
            new Impairments(
                    0.30,
                    new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM),
                    0,
                    0,
                    ReplyText.UNCHANGED)),
    PERFECT("perfect", Impairments.ofLoss(0));

    private final String id;
    private final Impairments impairments;

    Preset(String id, Impairments impairments) {
        this.id = id;
        this.impairments = impairments;
    }

    /** The name on the command line and in the settings file. */
    public String id() {
        return id;
    }

    public Impairments impairments() {
        return impairments;
    }

    public static Optional<Preset> byId(String id) {
        return Arrays.stream(values()).filter(preset -> preset.id.equals(id)).findFirst();
    }

    /** The preset these impairments are equal to, if there is one. */
    public static Optional<Preset> of(Impairments impairments) {
        return Arrays.stream(values())
                .filter(preset -> preset.impairments.equals(impairments))
                .findFirst();
    }
}
