package pingmonitor.ui.server;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import pingmonitor.echo.ServerEvent;
import pingmonitor.text.AddressText;

/** The texts of a line of the log. */
final class LogColumns {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final FateText fates;

    LogColumns(FateText fates) {
        this.fates = fates;
    }

    String time(ServerEvent.OfClient datagram) {
        return TIME.format(datagram.at());
    }

    String client(ServerEvent.OfClient datagram) {
        return AddressText.withPort(datagram.client().getAddress(), datagram.client().getPort());
    }

    String text(ServerEvent.OfClient datagram) {
        return datagram.text();
    }

    String fate(ServerEvent.OfClient datagram) {
        return fates.of(datagram);
    }

    /** Lines to be pasted into a table or a text: columns between tabulators. */
    String lines(List<? extends ServerEvent.OfClient> datagrams) {
        return datagrams.stream()
                .map(each -> String.join("\t", time(each), client(each), text(each), fate(each)))
                .collect(Collectors.joining("\n"));
    }
}
