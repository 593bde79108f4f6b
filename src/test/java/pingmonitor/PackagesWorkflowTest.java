package pingmonitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be seen without GitHub of the workflows: what their commands name is there. */
@Timeout(300)
class PackagesWorkflowTest {
    private static final Path WORKFLOWS = Path.of(".github/workflows");
    private static final Path PACKAGES = WORKFLOWS.resolve("packages.yml");
    private static final Pattern RUN = Pattern.compile("^( *)(- )?run: (.*)$");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]*}}");

    /** bash is the shell of each step, where GitHub has Windows and macOS, too. */
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no bash of its own")
    @ParameterizedTest
    @MethodSource("workflows")
    void bashCanReadEachCommand(Path workflow) throws Exception {
        List<String> commands = commands(workflow);

        assertTrue(Files.readString(PACKAGES).contains("shell: bash"));
        assertTrue(commands.size() > 0, workflow::toString);
        for (String command : commands) {
            assertEquals(0, bash(List.of("-n", "-c", command)), command);
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void profilesAndScriptsThatCommandsNameAreThere(Path workflow) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String command : commands(workflow)) {
            for (String word : command.split("\\s+")) {
                if (command.contains("mvn ") && word.startsWith("-P")) {
                    assertTrue(pom.contains("<id>" + word.substring(2) + "</id>"), word);
                } else if (word.startsWith(".ci/") || word.startsWith(".github/")) {
                    Path file = Path.of(word);
                    assertTrue(Files.exists(file), word);
                    assertTrue(word.contains(".md") || Files.isExecutable(file), word);
                }
            }
        }
    }

    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no bash of its own")
    @Test
    void tagHasToNameTheVersion() throws Exception {
        String check =
                commands(PACKAGES).stream()
                        .filter(command -> command.contains("GITHUB_REF_NAME"))
                        .findFirst()
                        .orElseThrow();
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>")
                        .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find());

        String tag = "GITHUB_REF_NAME=v" + version.group(1) + "; ";
        assertEquals(0, bash(List.of("-c", tag + check)));
        assertEquals(1, bash(List.of("-c", "GITHUB_REF_NAME=v99.1; " + check)));
    }

    /** The program that is run is the one that the build puts there. */
    @Test
    void programsAreWhereTheBuildPutsThem() throws IOException {
        String build = Files.readString(Path.of("src/packaging/build.xml"));
        String options = Files.readString(Path.of("src/packaging/windows/image.options"));
        Matcher name =
                Pattern.compile("property=\"name\" value=\"([^\"]+)\" else=\"([^\"]+)\"")
                        .matcher(build);
        Matcher console = Pattern.compile("--add-launcher ([^=]+)=").matcher(options);
        assertTrue(name.find() && console.find());
        String linux = name.group(1);
        String others = name.group(2);

        assertEquals(
                List.of(
                        "target/packaging/image/" + linux + "/bin/" + linux,
                        "target/packaging/image/" + others + "/" + console.group(1) + ".exe",
                        "target/packaging/image/" + others + ".app/Contents/MacOS/" + others),
                Files.readAllLines(PACKAGES).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("program: "))
                        .map(line -> line.substring("program: ".length()))
                        .toList());
    }

    @Test
    void whatLinuxNeedsToBuildIsWhatTheDocsSay() throws IOException {
        String docs = Files.readString(Path.of("src/docs/installers.md"));
        Matcher said = Pattern.compile("`apt install ([a-z0-9 -]+)`, and `rpm`").matcher(docs);
        assertTrue(said.find());
        Set<String> wanted = new TreeSet<>(Set.of(said.group(1).split(" ")));
        wanted.add("rpm");
        String install =
                commands(PACKAGES).stream()
                        .filter(command -> command.contains("apt-get install"))
                        .findFirst()
                        .orElseThrow();

        assertEquals(
                wanted,
                Stream.of(install.substring(install.indexOf("apt-get install")).split("\\s+"))
                        .skip(2)
                        .filter(word -> !word.startsWith("-"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }

    /** The commands of all steps; each expression of GitHub's is a word in them. */
    private static List<String> commands(Path workflow) throws IOException {
        List<String> commands = new ArrayList<>();
        List<String> lines = Files.readAllLines(workflow);
        for (int i = 0; i < lines.size(); i++) {
            Matcher run = RUN.matcher(lines.get(i));
            if (!run.matches()) {
                continue;
            }
            String command = run.group(3);
            if (command.equals("|")) {
                int outer = run.group(1).length() + (run.group(2) == null ? 0 : 2);
                StringBuilder block = new StringBuilder();
                for (int j = i + 1; j < lines.size() && isInside(lines.get(j), outer); j++) {
                    block.append(lines.get(j).strip()).append('\n');
                }
                command = block.toString();
            }
            commands.add(EXPRESSION.matcher(command).replaceAll("word"));
        }
        return commands;
    }

    private static boolean isInside(String line, int outer) {
        return line.isBlank() || line.indexOf(line.strip()) > outer;
    }

    private static int bash(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "bash does not end");
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
