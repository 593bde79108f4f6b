package pingmonitor.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From what is found to what is said. */
class StartupCheckTest {
    private static final BootTexts ENGLISH = new BootTexts(Locale.ENGLISH);

    private final FakeContents contents =
            FakeContents.complete(17).with("libglass.so", LibraryHeads.LINUX_X64);

    @Test
    void noProblemWhereAllIsRight() {
        assertEquals("", window(linux("17"), contents));
        assertEquals("", command(linux("17"), contents));
        assertEquals("", window(linux("25"), contents));
    }

    @ParameterizedTest
    @CsvSource({"1.8, 1.8.0_432", "9, 9.0.4", "11, 11.0.24", "16, 16.0.2"})
    void olderJavaIsNamedWithTheNeededOne(String specification, String version) {
        CurrentJava java = java(specification, version, "Windows 10", "amd64");

        String said =
                "UDP Ping Monitor needs Java 17 or newer. It was started with Java "
                        + version
                        + ", which is in /opt/java.\n"
                        + "Install a Java 17 or newer, for example Eclipse Temurin.\n"
                        + "Or use the installer of this program, which needs no Java.";
        assertEquals(said, window(java, contents));
        assertEquals(said, command(java, contents));
    }

    @Test
    void onLinuxDebiansPackageIsNamed() {
        assertEquals(
                "On Debian or Ubuntu install the package openjdk-17-jre, elsewhere a Java 17 or"
                        + " newer, for example Eclipse Temurin.",
                line(1, command(linux("11"), contents)));
    }

    @Test
    void javaWithoutAVersionIsTried() {
        assertEquals("", command(new CurrentJava(new Properties()), contents));
        assertEquals("", command(linux("next"), contents));
    }

    @Test
    void javaFxMayNeedANewerJavaThanTheCommands() {
        FakeContents newer = FakeContents.complete(23).with("libglass.so", LibraryHeads.LINUX_X64);

        String said = window(linux("17"), newer);
        assertEquals(
                "UDP Ping Monitor needs Java 23 or newer. It was started with Java 17, which is in"
                        + " /opt/java.",
                line(0, said));
        assertEquals("Install a Java 23 or newer, for example Eclipse Temurin.", line(1, said));
        assertEquals("", command(linux("17"), newer));
        assertEquals("", window(linux("23"), newer));
    }

    @Test
    void withoutTheFolderOfLibrariesAllOfThemAreNamed() {
        FakeContents empty = new FakeContents();

        assertEquals(
                "Parts of UDP Ping Monitor are missing: picocli, gson, HdrHistogram.\n"
                        + "The folder \"lib\" must stand beside the jar (/home/me/ping.jar): copy"
                        + " both together.",
                command(linux("17"), empty));
        assertEquals(
                "Parts of UDP Ping Monitor are missing: picocli, gson, HdrHistogram, javafx-base,"
                        + " javafx-graphics, javafx-controls, javafx-fxml, atlantafx-base,"
                        + " ikonli-core, ikonli-javafx, ikonli-feather-pack, core, jmdns,"
                        + " slf4j-api, slf4j-nop.",
                line(0, window(linux("17"), empty)));
    }

    @Test
    void withoutJavaFxTheCommandsRun() {
        contents.without("javafx/application/Application.class");

        assertEquals("", command(linux("17"), contents));
        assertEquals(
                "Parts of UDP Ping Monitor are missing: javafx-graphics.",
                line(0, window(linux("17"), contents)));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, libglass.so",
        "Linux, aarch64, libglass.so",
        "Windows 11, amd64, glass.dll",
        "Windows Server 2022, x86_64, glass.dll",
        "Mac OS X, x86_64, libglass.dylib",
        "Mac OS X, aarch64, libglass.dylib",
        "Mac OS X, arm64, libglass.dylib"
    })
    void onlyTheJavaFxOfThisPlatformIsAccepted(String system, String processor, String own) {
        String here = NativePlatform.of(system, processor);
        CurrentJava java = java("17", "17", system, processor);
        int right = 0;
        for (byte[] head :
                new byte[][] {
                    LibraryHeads.LINUX_X64,
                    LibraryHeads.LINUX_AARCH64,
                    LibraryHeads.WINDOWS_X64,
                    LibraryHeads.MAC_X64,
                    LibraryHeads.MAC_AARCH64
                }) {
            String madeFor = NativePlatform.ofLibrary(head).orElseThrow();
            String library = libraryOf(madeFor);
            String said = window(java, FakeContents.complete(17).with(library, head));
            if (madeFor.equals(here)) {
                assertEquals(own, library);
                assertEquals("", said);
                right++;
            } else {
                assertEquals(
                        "The JavaFX inside is made for "
                                + madeFor
                                + ", but the Java of this computer needs the one for "
                                + here
                                + ".\nUse UDP Ping Monitor for "
                                + here
                                + " instead.\n"
                                + "The commands for the terminal run all the same; --help names"
                                + " them.",
                        said);
            }
        }
        assertEquals(1, right);
    }

    @Test
    void ownLibraryDecidesWhereThereAreSeveral() {
        contents.with("glass.dll", LibraryHeads.WINDOWS_X64)
                .with("libglass.dylib", LibraryHeads.MAC_AARCH64);

        assertEquals("", window(linux("17"), contents));
        assertEquals("", window(java("17", "17", "Windows 10", "amd64"), contents));
        assertEquals("", window(java("17", "17", "Mac OS X", "aarch64"), contents));
    }

    @Test
    void java32BitIsAnotherPlatform() {
        contents.with("glass.dll", LibraryHeads.WINDOWS_X64);

        assertEquals(
                "The JavaFX inside is made for Windows x64, but the Java of this computer needs the"
                        + " one for Windows x86.",
                line(0, window(java("17", "17", "Windows 10", "x86"), contents)));
    }

    @Test
    void commandsAcceptTheJavaFxOfAnotherPlatform() {
        assertEquals("", command(java("17", "17", "Windows 10", "amd64"), contents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "something", "\u007fELF"})
    void unknownLibraryIsLeftToJavaFx(String library) {
        contents.with("libglass.so", library.getBytes(StandardCharsets.UTF_8));

        assertEquals("", window(linux("17"), contents));
    }

    @Test
    void librariesOutsideTheJarsAreLeftToJavaFx() {
        assertEquals("", window(linux("17"), FakeContents.complete(17)));
    }

    @Test
    void portugueseHasItsAccents() {
        Optional<StartupProblem> old = new StartupCheck(linux("11"), contents).forCommand();

        assertEquals(
                "Ou use o instalador deste programa, que não precisa de Java.",
                line(2, old.orElseThrow().in(new BootTexts(Locale.forLanguageTag("pt-BR")))));
    }

    private static String window(CurrentJava java, JarContents contents) {
        return said(new StartupCheck(java, contents).forWindow());
    }

    private static String command(CurrentJava java, JarContents contents) {
        return said(new StartupCheck(java, contents).forCommand());
    }

    private static String said(Optional<StartupProblem> problem) {
        return problem.map(found -> found.in(ENGLISH)).orElse("");
    }

    private static String line(int number, String said) {
        return said.split("\n")[number];
    }

    private static String libraryOf(String platform) {
        return switch (platform.split(" ")[0]) {
            case NativePlatform.WINDOWS -> "glass.dll";
            case NativePlatform.MACOS -> "libglass.dylib";
            default -> "libglass.so";
        };
    }

    private static CurrentJava linux(String version) {
        return java(version, version, "Linux", "amd64");
    }

    private static CurrentJava java(
            String specification, String version, String system, String processor) {
        Properties properties = new Properties();
        properties.setProperty("java.specification.version", specification);
        properties.setProperty("java.version", version);
        properties.setProperty("java.home", "/opt/java");
        properties.setProperty("java.class.path", "/home/me/ping.jar");
        properties.setProperty("os.name", system);
        properties.setProperty("os.arch", processor);
        return new CurrentJava(properties);
    }
}
