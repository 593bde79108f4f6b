package pingmonitor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person on Windows reads when something is missing, by the properties that a Java for Windows has. */
class StartupOnWindowsTest {
    private static final String JAR = "C:\\Users\\Mônica D'Ávila {0}\\Downloads\\ping.jar";

    private static final String COMMANDS_RUN =
            "The commands for the terminal run all the same; --help names them.";

    private static final String INSTALLER =
            "Or use the installer of this program, which needs no Java.";

    private final FakeContents complete =
            FakeContents.complete(17).with("glass.dll", LibraryHeads.WINDOWS_X64);

    private final FakeContents ofLinux =
            FakeContents.complete(17).with("libglass.so", LibraryHeads.LINUX_X64);

    @ParameterizedTest
    @ValueSource(
            strings = {"Windows 10", "Windows 11", "Windows Server 2022", "Windows NT (unknown)"})
    void noProblemWhereAllIsRight(String system) {
        assertEquals("", window(java("17", "17.0.13", system, "amd64"), complete));
        assertEquals("", command(java("17", "17.0.13", system, "amd64"), complete));
    }

    @ParameterizedTest
    @CsvSource({"1.8, 1.8.0_431", "11, 11.0.25"})
    void oldJavaIsNamed(String specification, String version) {
        CurrentJava java = java(specification, version, "Windows 10", "amd64");

        String said =
                "UDP Ping Monitor needs Java 17 or newer. It was started with Java "
                        + version
                        + ", which is in C:\\Program Files\\Java\\"
                        + version
                        + ".\n"
                        + "Install a Java 17 or newer, for example Eclipse Temurin.\n"
                        + INSTALLER;
        assertEquals(said, window(java, complete));
        assertEquals(said, command(java, complete));
    }

    /** The same kind of Java, only newer, would not help: no JavaFX goes with it. */
    @ParameterizedTest
    @CsvSource({"1.8, 1.8.0_431, x86", "11, 11.0.25, x86", "11, 11.0.25, aarch64"})
    void oldJavaOfAnotherKindIsToBeReplacedByOneOfX64(
            String specification, String version, String processor) {
        CurrentJava java = java(specification, version, "Windows 11", processor);

        assertEquals(
                "Install a Java 17 or newer for Windows x64, for example Eclipse Temurin.",
                window(java, complete).split("\n")[1]);
    }

    @Test
    void jarWithoutItsFolderIsNamedWithItsPath() {
        assertEquals(
                "Parts of UDP Ping Monitor are missing: picocli, gson, HdrHistogram.\n"
                        + "The folder \"lib\" must stand beside the jar ("
                        + JAR
                        + "): copy both together.",
                command(java("17", "17.0.13", "Windows 11", "amd64"), new FakeContents()));
    }

    @Test
    void classPathOfSeveralPartsIsNamedAsItWasTyped() {
        String typed = "ping.jar;C:\\libs\\*;..\\lib\\gson.jar";
        CurrentJava java = java("17", "17.0.13", "Windows 11", "amd64", typed);

        assertEquals(
                "The folder \"lib\" must stand beside the jar (" + typed + "): copy both together.",
                window(java, new FakeContents()).split("\n")[1]);
    }

    @Test
    void jarMadeOnLinuxNamesThePackageForWindows() {
        CurrentJava java = java("17", "17.0.13", "Windows 10", "amd64");

        assertEquals(
                "The JavaFX inside is made for Linux x64, but the Java of this computer needs the"
                        + " one for Windows x64.\n"
                        + "Use UDP Ping Monitor for Windows x64 instead.\n"
                        + COMMANDS_RUN,
                window(java, ofLinux));
        assertEquals("", command(java, ofLinux));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86", "aarch64"})
    void javaOfAnotherKindIsToBeReplacedByOneOfX64(String processor) {
        CurrentJava java = java("17", "17.0.13", "Windows 11", processor);

        assertEquals(
                "The JavaFX inside is made for Windows x64, but the Java of this computer needs the"
                        + " one for Windows "
                        + processor
                        + ".\n"
                        + "Install a Java 17 or newer for Windows x64, for example Eclipse"
                        + " Temurin.\n"
                        + INSTALLER
                        + "\n"
                        + COMMANDS_RUN,
                window(java, complete));
        assertEquals("", command(java, complete));
    }

    @Test
    void jarMadeOnLinuxWithA32BitJavaNeedsBoth() {
        assertEquals(
                "The JavaFX inside is made for Linux x64, but the Java of this computer needs the"
                        + " one for Windows x86.\n"
                        + "Use UDP Ping Monitor for Windows x64 instead.\n"
                        + "Install a Java 17 or newer for Windows x64, for example Eclipse"
                        + " Temurin.\n"
                        + INSTALLER
                        + "\n"
                        + COMMANDS_RUN,
                window(java("17", "17.0.13", "Windows 10", "x86"), ofLinux));
    }

    @Test
    void javaFxThatNeedsANewerJavaSaysWhich() {
        FakeContents newer = FakeContents.complete(23).with("glass.dll", LibraryHeads.WINDOWS_X64);

        assertEquals(
                "Install a Java 23 or newer, for example Eclipse Temurin.",
                window(java("17", "17.0.13", "Windows 11", "amd64"), newer).split("\n")[1]);
        assertEquals(
                "Install a Java 23 or newer for Windows x64, for example Eclipse Temurin.",
                window(java("25", "25.0.1", "Windows 11", "aarch64"), newer).split("\n")[1]);
    }

    @Test
    void portugueseSaysItToo() {
        Optional<StartupProblem> problem =
                new StartupCheck(java("1.8", "1.8.0_431", "Windows 10", "x86"), complete)
                        .forWindow();

        assertEquals(
                "O UDP Ping Monitor precisa do Java 17 ou mais recente. Foi iniciado com o Java"
                        + " 1.8.0_431, que está em C:\\Program Files\\Java\\1.8.0_431.\n"
                        + "Instale um Java 17 ou mais recente para Windows x64, por exemplo o"
                        + " Eclipse Temurin.\n"
                        + "Ou use o instalador deste programa, que não precisa de Java.",
                problem.orElseThrow().in(new BootTexts(Locale.forLanguageTag("pt-BR"))));
    }

    private static String window(CurrentJava java, JarContents contents) {
        return said(new StartupCheck(java, contents).forWindow());
    }

    private static String command(CurrentJava java, JarContents contents) {
        return said(new StartupCheck(java, contents).forCommand());
    }

    private static String said(Optional<StartupProblem> problem) {
        return problem.map(found -> found.in(new BootTexts(Locale.ENGLISH))).orElse("");
    }

    private static CurrentJava java(
            String specification, String version, String system, String processor) {
        return java(specification, version, system, processor, JAR);
    }

    private static CurrentJava java(
            String specification,
            String version,
            String system,
            String processor,
            String classPath) {
        Properties properties = new Properties();
        properties.setProperty("java.specification.version", specification);
        properties.setProperty("java.version", version);
        properties.setProperty("java.home", "C:\\Program Files\\Java\\" + version);
        properties.setProperty("java.class.path", classPath);
        properties.setProperty("os.name", system);
        properties.setProperty("os.arch", processor);
        properties.setProperty("file.separator", "\\");
        properties.setProperty("path.separator", ";");
        properties.setProperty("line.separator", "\r\n");
        return new CurrentJava(properties);
    }
}
