package pingmonitor.boot;

import java.util.Optional;

/** The JavaFX that is there has the native libraries of another kind of computer. */
final class ForeignJavaFx implements StartupProblem {
    /** Its first library to be loaded, as each system names it. */
    private static final String FOR_LINUX = "libglass.so";

    private static final String FOR_WINDOWS = "glass.dll";
    private static final String FOR_MACOS = "libglass.dylib";

    private final Computer madeFor;
    private final Computer needed;

    private ForeignJavaFx(Computer madeFor, Computer needed) {
        this.madeFor = madeFor;
        this.needed = needed;
    }

    /**
     * Nothing when the right library is there, and nothing when there is none at all: then they lie outside the jars, as
     * in a linked runtime or in a distribution's packages, and JavaFX finds them by itself.
     */
    static Optional<StartupProblem> find(Computer here, JarContents contents) {
        String[] ownFirst = {library(here), FOR_LINUX, FOR_WINDOWS, FOR_MACOS};
        for (String library : ownFirst) {
            byte[] head = contents.head(library, NativeLibrary.HEAD_BYTES);
            if (head.length > 0) {
                Optional<Computer> madeFor = NativeLibrary.madeFor(head);
                boolean isForeign = madeFor.isPresent() && !madeFor.get().equals(here);
                return isForeign
                        ? Optional.of(new ForeignJavaFx(madeFor.get(), here))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String library(Computer computer) {
        switch (computer.system()) {
            case Computer.WINDOWS:
                return FOR_WINDOWS;
            case Computer.MACOS:
                return FOR_MACOS;
            default:
                return FOR_LINUX;
        }
    }

    @Override
    public String in(BootTexts texts) {
        return texts.text("javafx.foreign", madeFor.toString(), needed.toString())
                + "\n"
                + texts.text("javafx.get", needed.toString())
                + "\n"
                + texts.text("javafx.commands");
    }
}
