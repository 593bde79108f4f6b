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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.session.Session;

/** The import rules of {@code src/docs/architecture.md}. */
class ArchitectureTest {
    private static final String OURS = "pingmonitor..";
    private static final String JDK = "java..";
    private static final Path PAGE = Path.of("src/docs/architecture.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("`([a-z.]+)`");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");
    private static final Set<String> JDK_CLASSES =
            Set.of("DatagramChannel", "RuntimeException", "Error");

    private final JavaClasses program =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("pingmonitor");

    @Test
    void everyPackageImportsOnlyWhatItsRowAllows() throws IOException {
        for (Map.Entry<String, List<String>> row : packageTable().entrySet()) {
            mayImport(row.getKey(), row.getValue()).check(program);
        }
    }

    @Test
    void everyPackageHasARow() throws IOException {
        Set<String> packages =
                program.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("pingmonitor"))
                        .map(name -> name.substring("pingmonitor.".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages, new TreeSet<>(packageTable().keySet()));
    }

    @Test
    void everyClassThatThePageNamesExists() throws IOException {
        Set<String> classes =
                program.stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        classes.add(getClass().getSimpleName());
        List<String> unknown =
                CLASS_NAME
                        .matcher(Files.readString(PAGE))
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !classes.contains(name) && !JDK_CLASSES.contains(name))
                        .toList();
        assertEquals(List.of(), unknown);
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
        assertThrows(AssertionError.class, () -> mayImport("echo", List.of()).check(program));
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
                        "pingmonitor\\.(monitor\\.LiveRun|store\\.FiguresReplay|cli\\.(PingCommand|CliWarmUp))")
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
                        .filter(each -> !each.getSimpleName().equals("package-info"))
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

    private static boolean isPublicNested(JavaClass each) {
        return each.isNestedClass() && each.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** The source: the compiler makes no class of one without annotations. */
    private static Path packageInfo(String room) {
        return Path.of("src/main/java", room.split("[.]")).resolve("package-info.java");
    }

    /** Package to the packages that it may import, from the table of the page. */
    private static Map<String, List<String>> packageTable() throws IOException {
        Map<String, List<String>> table = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            table.put(
                    row.group(1),
                    QUOTED.matcher(row.group(2)).results().map(match -> match.group(1)).toList());
        }
        assertFalse(table.isEmpty(), "no table of packages in " + PAGE);
        return table;
    }

    private static ArchRule mayImport(String name, List<String> others) {
        String[] allowed =
                Stream.concat(Stream.of(name), others.stream())
                        .map(each -> "pingmonitor." + each)
                        .toArray(String[]::new);
        return classes()
                .that(resideInAPackage("pingmonitor." + name))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage(OURS)).or(resideInAnyPackage(allowed)));
    }
}
