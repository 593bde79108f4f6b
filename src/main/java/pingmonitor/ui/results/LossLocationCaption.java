package pingmonitor.ui.results;

import java.util.Locale;
import pingmonitor.ping.LossLocation;
import pingmonitor.text.Messages;

/** The words for the place where a ping was lost, in window and chart. */
final class LossLocationCaption {
    private final Messages messages;

    LossLocationCaption(Locale locale) {
        this.messages = Messages.beside(LossLocationCaption.class, locale);
    }

    /** By itself, as in "Lost on the way there". */
    String title(LossLocation where) {
        return switch (where) {
            case ANSWERED -> messages.text("state.replied");
            case FORWARD_PATH -> messages.text("where.there");
            case SERVER -> messages.text("where.server");
            case LIMITED -> messages.text("where.limited");
            case RETURN_PATH -> messages.text("where.back");
        };
    }

    /** Behind the state of the ping, as in "Timed out · lost on the way there". */
    String after(String state, LossLocation where) {
        return switch (where) {
            case ANSWERED -> state;
            case FORWARD_PATH -> messages.text("where.there.after", state);
            case SERVER -> messages.text("where.server.after", state);
            case LIMITED -> messages.text("where.limited.after", state);
            case RETURN_PATH -> messages.text("where.back.after", state);
        };
    }

    /** Its meaning, in a sentence. */
    String help(LossLocation where) {
        return switch (where) {
            case ANSWERED -> "";
            case FORWARD_PATH -> messages.text("where.there.help");
            case SERVER -> messages.text("where.server.help");
            case LIMITED -> messages.text("where.limited.help");
            case RETURN_PATH -> messages.text("where.back.help");
        };
    }
}
