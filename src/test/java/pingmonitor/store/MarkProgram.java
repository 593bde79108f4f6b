package pingmonitor.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that holds the mark of a run's file until it is ended. */
final class MarkProgram {
    private MarkProgram() {}

    public static void main(String... arguments) throws IOException {
        WritingMark mark = WritingMark.beside(Path.of(arguments[0]));
        System.out.println();
        System.out.flush();
        // Until it is killed.
        System.in.read();
        mark.close();
    }

    static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                MarkProgram.class.getName(),
                                file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
