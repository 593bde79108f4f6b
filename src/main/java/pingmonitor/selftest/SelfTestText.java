package pingmonitor.selftest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pingmonitor.text.Messages;

/** The verdict of a self-test in one line, for people. */
public final class SelfTestText {
    /** Number of disagreements named; the rest is only counted. */
    private static final int MAX_NAMED = 3;

    private final Messages messages;

    /** In the language of that locale. */
    public SelfTestText(Locale locale) {
        this.messages = Messages.beside(SelfTestText.class, locale);
    }

    /** Whether the test passed, with its figures or with what does not agree. */
    public String of(SelfTestVerdict verdict) {
        String answered = Long.toString(verdict.answered());
        String dropped = Long.toString(verdict.dropped());
        if (!verdict.passed()) {
            return messages.text("selfTest.failed", reasons(verdict.disagreements()));
        }
        return verdict.late() == 0
                ? messages.text("selfTest.passed", answered, dropped)
                : messages.text("selfTest.passed.late", answered, dropped, verdict.late());
    }

    private String reasons(List<SelfTestVerdict.Disagreement> all) {
        String named =
                all.stream().limit(MAX_NAMED).map(this::reason).collect(Collectors.joining("; "));
        int more = all.size() - MAX_NAMED;
        return more <= 0 ? named : messages.text("selfTest.more", named, more);
    }

    private String reason(SelfTestVerdict.Disagreement disagreement) {
        if (disagreement instanceof SelfTestVerdict.Disagreement.OfPing ping) {
            return messages.text(
                    "selfTest.ping",
                    Long.toString(ping.sequence()),
                    fate(ping.server()),
                    fate(ping.client()));
        } else if (disagreement instanceof SelfTestVerdict.Disagreement.OfFigures figures) {
            return messages.text(
                    "selfTest.figures",
                    Long.toString(figures.server().answered()),
                    Long.toString(figures.server().dropped()),
                    Long.toString(figures.client().received()),
                    Long.toString(figures.client().late()),
                    Long.toString(figures.client().timedOut()));
        } else if (disagreement instanceof SelfTestVerdict.Disagreement.Incomplete incomplete) {
            return messages.text(
                    "selfTest.incomplete",
                    Long.toString(incomplete.sent()),
                    Long.toString(SelfTest.PINGS));
        }
        return messages.text("selfTest.oneFateOnly");
    }

    private String fate(List<PingFate> fates) {
        return fates.isEmpty()
                ? messages.text("selfTest.fate.unknown")
                : fates.stream().map(this::fate).collect(Collectors.joining(" + "));
    }

    private String fate(PingFate fate) {
        String word = word(fate.kind());
        String answer =
                fate.answer().isEmpty()
                        ? word
                        : messages.text("selfTest.fate.text", word, fate.answer());
        return fate.duplicates() == 0
                ? answer
                : messages.text("selfTest.fate.again", answer, fate.duplicates());
    }

    private String word(PingFate.Kind kind) {
        return switch (kind) {
            case ANSWERED -> messages.text("selfTest.fate.answered");
            case LATE -> messages.text("selfTest.fate.late");
            case LOST -> messages.text("selfTest.fate.lost");
            case REFUSED -> messages.text("selfTest.fate.refused");
            case IGNORED -> messages.text("selfTest.fate.ignored");
            case UNREACHABLE -> messages.text("selfTest.fate.unreachable");
            case CANCELLED -> messages.text("selfTest.fate.cancelled");
            case NOT_SENT -> messages.text("selfTest.fate.notSent");
            case WAITING -> messages.text("selfTest.fate.waiting");
        };
    }
}
