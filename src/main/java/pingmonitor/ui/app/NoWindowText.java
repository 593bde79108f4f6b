package pingmonitor.ui.app;

import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.text.Messages;

/** Says in plain words why this machine can show no window, where that is no defect of the program. */
final class NoWindowText {
    private static final int MAX_CAUSES = 20;

    private final Messages messages;

    NoWindowText(Messages messages) {
        this.messages = messages;
    }

    /**
     * What is missing and what works without it; empty when it is something else.
     *
     * @param failure as JavaFX threw it
     * @param display the screen that the environment names, if it names one
     */
    Optional<String> words(Throwable failure, Optional<String> display) {
        // JavaFX has no names for these two, only words.
        if (isUnsupported(failure, "DISPLAY")) {
            return Optional.of(
                    display.filter(name -> !name.isBlank())
                            .map(name -> messages.text("noWindow.display.unusable", name))
                            .orElseGet(() -> messages.text("noWindow.display")));
        }
        boolean library = chain(failure).anyMatch(UnsatisfiedLinkError.class::isInstance);
        if (library || isUnsupported(failure, "GTK")) {
            return Optional.of(messages.text("noWindow.gtk"));
        }
        return Optional.empty();
    }

    private static boolean isUnsupported(Throwable failure, String what) {
        return chain(failure)
                .filter(UnsupportedOperationException.class::isInstance)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(what));
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES);
    }
}
