package pingmonitor.ui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses software rendering on Linux without a graphics card. By itself JavaFX loads the driver that imitates a card,
 * finds it too slow and draws in software after all, which costs a tenth of a second at the start and 50 MiB.
 */
final class RendererChoice {
    private static final String ORDER = "prism.order";
    private static final String SOFTWARE = "sw";

    private RendererChoice() {}

    /** To be called before the toolkit starts. */
    static void choose() {
        order(
                        System.getProperty("os.name"),
                        Optional.ofNullable(System.getProperty(ORDER)),
                        Files::exists)
                .ifPresent(order -> System.setProperty(ORDER, order));
    }

    /**
     * The renderer that JavaFX is told to use; empty if JavaFX chooses.
     *
     * @param asked what the person has asked for
     * @param exists whether there is such a file
     */
    static Optional<String> order(String system, Optional<String> asked, Predicate<Path> exists) {
        // Direct rendering; NVIDIA's own driver; a Windows below this Linux.
        boolean card =
                Stream.of("/dev/dri", "/dev/nvidiactl", "/dev/dxg").map(Path::of).anyMatch(exists);
        return system.equals("Linux") && asked.isEmpty() && !card
                ? Optional.of(SOFTWARE)
                : Optional.empty();
    }
}
