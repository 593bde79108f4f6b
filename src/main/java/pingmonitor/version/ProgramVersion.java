package pingmonitor.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import pingmonitor.text.Messages;

/** Which program this is; its version is filled in by the build. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The program's version, that of the Java it runs on, and that of the JavaFX a window would use. */
    public static List<String> lines(Locale locale) {
        return List.of(
                "UDP Ping Monitor " + program(),
                "Java "
                        + System.getProperty("java.version")
                        + " ("
                        + System.getProperty("java.vendor")
                        + ")",
                JavaFxVersion.ofThisProcess().line(Messages.beside(ProgramVersion.class, locale)));
    }

    /** The version of the program. */
    public static String program() {
        Properties properties = new Properties();
        try (InputStream in =
                ProgramVersion.class.getResourceAsStream("/pingmonitor/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
