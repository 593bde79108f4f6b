package pingmonitor.ui.app;

import java.net.URI;
import java.util.function.Consumer;
import javafx.application.HostServices;

/** Opens pages in the person's browser. */
final class BrowserOpener implements Consumer<URI> {
    private final HostServices services;

    BrowserOpener(HostServices services) {
        this.services = services;
    }

    /** Shows a page on a thread of its own: on Linux the search for a browser takes its time. */
    @Override
    public void accept(URI page) {
        Thread thread = new Thread(() -> services.showDocument(page.toString()), "browser");
        thread.setDaemon(true);
        thread.start();
    }
}
