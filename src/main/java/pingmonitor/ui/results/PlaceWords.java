package pingmonitor.ui.results;

import java.util.Locale;
import pingmonitor.ping.Where;
import pingmonitor.text.Messages;

/** Where a ping was lost, in words. */
final class PlaceWords {
    private final Messages messages;

    PlaceWords(Locale locale) {
        this.messages = Messages.beside(PlaceWords.class, locale);
    }

    /** By itself: Lost on the way there. */
    String title(Where where) {
        return switch (where) {
            case ANSWERED -> messages.text("state.replied");
            case THERE -> messages.text("where.there");
            case SERVER -> messages.text("where.server");
            case LIMITED -> messages.text("where.limited");
            case BACK -> messages.text("where.back");
        };
    }

    /** Behind the ping's state. */
    String after(String state, Where where) {
        return switch (where) {
            case ANSWERED -> state;
            case THERE -> messages.text("where.there.after", state);
            case SERVER -> messages.text("where.server.after", state);
            case LIMITED -> messages.text("where.limited.after", state);
            case BACK -> messages.text("where.back.after", state);
        };
    }

    /** What that means, in a sentence. */
    String help(Where where) {
        return switch (where) {
            case ANSWERED -> "";
            case THERE -> messages.text("where.there.help");
            case SERVER -> messages.text("where.server.help");
            case LIMITED -> messages.text("where.limited.help");
            case BACK -> messages.text("where.back.help");
        };
    }
}
