package pingmonitor.ui.app;

import java.net.URI;
import java.util.function.Consumer;
import javafx.application.HostServices;

/** The person's browser. */
final class BrowserOpener implements Consumer<URI> {
    private final HostServices services;

    BrowserOpener(HostServices services) {
        this.services = services;
    }

    /** Shows a page soon: on Linux it is first looked for a browser, which takes its time. */
    @Override
    public void accept(URI page) {
        Thread thread = new Thread(() -> services.showDocument(page.toString()), "browser");
        thread.setDaemon(true);
        thread.start();
    }
}
