package pingmonitor.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.text.Messages;

/**
 * What {@code serve} says of its announcement in the local network, one state after the other, for people or as JSON.
 */
final class AnnouncementLines {
    private final boolean json;
    private final Messages messages;
    private boolean stands;

    AnnouncementLines(boolean json, Locale locale) {
        this.json = json;
        this.messages = Messages.beside(AnnouncementLines.class, locale);
    }

    List<String> of(AnnouncementState state) {
        boolean stood = stands;
        stands = state instanceof AnnouncementState.Announced;
        if (state instanceof AnnouncementState.Announced announced) {
            return List.of(
                    json
                            ? with("announced", "name", announced.name())
                            : messages.text("serve.announced", announced.name()));
        } else if (state instanceof AnnouncementState.Unheard unheard) {
            return List.of(
                    json
                            ? with("not-announced", "multicast", FindJson.word(unheard.why()))
                            : unheard(unheard.why()));
        }
        // That it begins needs no words, that it begins again does.
        return stood ? List.of(unconfirmed()) : List.of();
    }

    private String unconfirmed() {
        return json
                ? with("not-announced", "multicast", FindJson.word(MulticastReach.WORKS))
                : messages.text("serve.unconfirmed");
    }

    private String unheard(MulticastReach why) {
        return why == MulticastReach.NO_NETWORK
                ? messages.text("serve.unheard.noNetwork")
                : messages.text("serve.unheard.blocked");
    }

    private static String with(String event, String member, String value) {
        JsonObject line = JsonLines.event(event);
        line.addProperty(member, value);
        return JsonLines.of(line);
    }
}
