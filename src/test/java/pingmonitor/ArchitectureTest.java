package pingmonitor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.session.Session;

/** The import rules of {@code src/docs/architecture.md}. */
class ArchitectureTest {
    private static final String OURS = "pingmonitor..";
    private static final String JDK = "java..";

    private final JavaClasses program =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("pingmonitor");

    @Test
    void everyRoomImportsOnlyWhatItMay() {
        room("boot").check(program);
        room("wire").check(program);
        room("text").check(program);
        packageAlone(
                        "pingmonitor.ping",
                        "pingmonitor.wire",
                        "pingmonitor.host",
                        "pingmonitor.ping.delay")
                .check(program);
        packageAlone("pingmonitor.ping.delay").check(program);
        packageAlone("pingmonitor.ping.input", "pingmonitor.ping", "pingmonitor.host")
                .check(program);
        packageAlone("pingmonitor.ping.loss", "pingmonitor.wire", "pingmonitor.ping")
                .check(program);
        room("echo", "wire", "host").check(program);
        room("echo.fate").check(program);
        room("session", "ping").check(program);
        room("monitor", "ping", "session").check(program);
        room("report", "session", "ping", "text").check(program);
        room("host").check(program);
        room("discovery", "wire", "host", "text").check(program);
        room("router", "host", "text").check(program);
        room("diagnosis", "wire", "host", "text", "ping", "echo", "session").check(program);
        room("settings", "ping", "echo", "router").check(program);
        room("selftest", "wire", "text", "ping", "echo", "session").check(program);
        room("version", "text").check(program);
        room("log").check(program);
        room(
                        "cli",
                        "wire",
                        "text",
                        "ping",
                        "echo",
                        "session",
                        "report",
                        "host",
                        "discovery",
                        "router",
                        "diagnosis",
                        "settings",
                        "selftest",
                        "version")
                .check(program);
    }

    @Test
    void theTerminalAndTheWindowDoNotKnowEachOther() {
        noClasses()
                .that(resideInAPackage("pingmonitor.ui.."))
                .should()
                .dependOnClassesThat(resideInAPackage("pingmonitor.cli.."))
                .check(program);
        noClasses()
                .that(resideInAPackage("pingmonitor.cli.."))
                .should()
                .dependOnClassesThat(resideInAPackage("pingmonitor.ui.."))
                .check(program);
    }

    @Test
    void theRuleWouldSeeABreach() {
        assertThrows(AssertionError.class, () -> room("echo").check(program));
    }

    /** Elsewhere one is only handed on, to join a multicast group or to leave by it. */
    @Test
    void onlyTheHostPackageReadsNetworkInterfaces() {
        noClasses()
                .that(not(resideInAPackage("pingmonitor.host")))
                .should()
                .callMethodWhere(target(owner(type(NetworkInterface.class))))
                .check(program);
    }

    @Test
    void coreRoomsUseTheJdkAlone() {
        classes()
                .that(
                        resideInAnyPackage(
                                "pingmonitor.wire",
                                "pingmonitor.host",
                                "pingmonitor.ping..",
                                "pingmonitor.echo..",
                                "pingmonitor.text",
                                "pingmonitor.log"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JDK, OURS))
                .check(program);
    }

    /** No library for port mapping is kept by anybody; what they would need of XML the JDK has. */
    @Test
    void theRouterIsAskedWithTheJdkAlone() {
        classes()
                .that(resideInAPackage("pingmonitor.router"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                JDK,
                                "javax.xml.stream..",
                                "pingmonitor.router",
                                "pingmonitor.host",
                                "pingmonitor.text"))
                .check(program);
    }

    /** Java 8 has to be able to run it, beside whatever is missing. */
    @Test
    void whatTheJarStartsWithUsesNothingButTheJdk() {
        classes()
                .that(resideInAPackage("pingmonitor.boot"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(JDK, "javax.swing..", "pingmonitor.boot"))
                .check(program);
        noClasses()
                .that(not(resideInAPackage("pingmonitor.boot")))
                .should()
                .dependOnClassesThat(resideInAPackage("pingmonitor.boot"))
                .check(program);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that(not(resideInAPackage("pingmonitor.ui..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "org.kordamp..", "atlantafx.."))
                .check(program);
    }

    /** Whoever only reads a run takes a {@code SessionView}, which a kept run fulfils as well as a live one. */
    @Test
    void onlyWhoFoldsEventsKnowsTheLiveSession() {
        noClasses()
                .that(not(resideInAPackage("pingmonitor.session")))
                .and()
                .haveNameNotMatching(
                        "pingmonitor\\.(monitor\\.LiveRun|cli\\.(PingCommand|CliWarmUp))")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Session.class)
                .check(program);
    }

    @Test
    void onlyReportsAndTheCommandLineWriteJson() {
        noClasses()
                .that(not(resideInAnyPackage("pingmonitor.report", "pingmonitor.cli")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.google.gson.."))
                .check(program);
    }

    @Test
    void onlyTheRoomThatFindsServersKnowsJmdns() {
        noClasses()
                .that(not(resideInAPackage("pingmonitor.discovery")))
                .should()
                .dependOnClassesThat(resideInAPackage("javax.jmdns.."))
                .check(program);
    }

    @Test
    void onlyPingEchoAndNetworkOpenSockets() {
        noClasses()
                .that(
                        not(
                                resideInAnyPackage(
                                        "pingmonitor.ping",
                                        "pingmonitor.echo",
                                        "pingmonitor.host",
                                        "pingmonitor.discovery",
                                        "pingmonitor.router",
                                        "pingmonitor.diagnosis")))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(JDK)
                                .and(
                                        simpleNameEndingWith("DatagramChannel")
                                                .or(simpleNameEndingWith("Socket"))))
                .check(program);
    }

    @Test
    void aFeatureOfTheWindowNeverImportsAnother() {
        for (String feature : new String[] {"ping", "results", "server", "forward", "crash"}) {
            classes()
                    .that(resideInAPackage("pingmonitor.ui." + feature + ".."))
                    .should()
                    .onlyDependOnClassesThat(
                            not(resideInAPackage("pingmonitor.ui.."))
                                    .or(
                                            resideInAnyPackage(
                                                    "pingmonitor.ui.common..",
                                                    "pingmonitor.ui." + feature + "..")))
                    .check(program);
        }
        classes()
                .that(resideInAPackage("pingmonitor.ui.common.."))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("pingmonitor.ui.."))
                                .or(resideInAPackage("pingmonitor.ui.common..")))
                .check(program);
    }

    @Test
    void exactlyOnePlaceCrossesToTheFxThread() {
        noClasses()
                .that(not(resideInAnyPackage("pingmonitor.ui.common", "pingmonitor.ui.app")))
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .check(program);
    }

    /** A linked runtime has the program as a module, where it is refused. */
    @Test
    void noControlOfBundles() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ResourceBundle.Control.class)
                .check(program);
    }

    /** Whoever reads a name in a list of files or in a stack trace has to know which class is meant. */
    @Test
    void noTwoClassesHaveTheSameSimpleName() {
        Map<String, List<JavaClass>> byName =
                program.stream()
                        .filter(each -> each.isTopLevelClass() || isPublicNested(each))
                        .collect(Collectors.groupingBy(JavaClass::getSimpleName));
        List<String> doubled =
                byName.values().stream()
                        .filter(same -> same.size() > 1)
                        // Nested ones alone are told apart by the class around them.
                        .filter(same -> same.stream().anyMatch(JavaClass::isTopLevelClass))
                        .flatMap(List::stream)
                        .map(JavaClass::getName)
                        .sorted()
                        .collect(Collectors.toList());
        assertEquals(List.of(), doubled);
    }

    /** What a room is for, and what it may import, stands in its {@code package-info.java}. */
    @Test
    void everyRoomSaysWhatItIsFor() {
        List<String> without =
                program.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(room -> !Files.exists(packageInfo(room)))
                        .sorted()
                        .collect(Collectors.toList());
        assertEquals(List.of(), without);
    }

    @Test
    void theRoomsMakeNoCircle() {
        slices().matching("pingmonitor.(**)").should().beFreeOfCycles().check(program);
    }

    /** As {@link #room}, for a package whose sub-packages have rules of their own. */
    private static ArchRule packageAlone(String name, String... mayImport) {
        String[] allowed =
                Stream.concat(Stream.of(name), Arrays.stream(mayImport)).toArray(String[]::new);
        return classes()
                .that(resideInAPackage(name))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage(OURS)).or(resideInAnyPackage(allowed)));
    }

    private static boolean isPublicNested(JavaClass each) {
        return each.isNestedClass() && each.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** The source: the compiler makes no class of one without annotations. */
    private static Path packageInfo(String room) {
        return Path.of("src/main/java", room.split("[.]")).resolve("package-info.java");
    }

    private static ArchRule room(String name, String... mayImport) {
        String[] allowed =
                Stream.concat(Stream.of(name), Arrays.stream(mayImport))
                        .map(room -> "pingmonitor." + room + "..")
                        .toArray(String[]::new);
        return classes()
                .that(resideInAPackage("pingmonitor." + name + ".."))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage(OURS)).or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true);
    }
}
