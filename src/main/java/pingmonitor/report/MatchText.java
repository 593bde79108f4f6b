package pingmonitor.report;

import java.util.Locale;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.text.Messages;

/** How a reply names its ping, in words that follow "it": "names the number, not the time". */
public final class MatchText {
    private final Messages messages;

    /** In the language of a locale. */
    public MatchText(Locale locale) {
        this(Messages.beside(MatchText.class, locale));
    }

    MatchText(Messages messages) {
        this.messages = messages;
    }

    /** The words for one way. */
    public String of(ReplyMatch match) {
        return switch (match) {
            case VERIFIED -> messages.text("match.verified");
            case LEFTOVER -> messages.text("match.leftover");
            case ROUGH_TIME -> messages.text("match.roughTime");
            case OTHER_TIME -> messages.text("match.otherTime");
            case NUMBER_ONLY -> messages.text("match.numberOnly");
            case TIME_ONLY -> messages.text("match.timeOnly");
            case TIME_WITH_OTHER_NUMBER -> messages.text("match.timeWithOtherNumber");
            case OTHER_NUMBER -> messages.text("match.otherNumber");
            case UNNAMED -> messages.text("match.unnamed");
        };
    }
}
