package pingmonitor.log;

import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Removes from a report what tells of the person: paths, addresses, quoted texts, and known names. Names of classes and
 * methods stay.
 */
public final class Redaction {
    private static final String PATH = "<path>";
    private static final String ADDRESS = "<address>";
    private static final String NAME = "<name>";
    private static final String TEXT = "\"<text>\"";

    private static final String HOST_BEFORE = "(?:[\\w.-]*/)?";
    private static final Pattern ADDRESSES =
            Pattern.compile(
                    HOST_BEFORE
                            + "(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d+)?(?![\\w.]*\\w)"
                            + "|"
                            + HOST_BEFORE
                            + "\\[?(?<![\\w:])(?:\\p{XDigit}{0,4}:){2,7}\\p{XDigit}{0,4}"
                            + "(?:%[\\w.-]+)?(?:\\]:\\d+|\\])?(?![\\w:])");

    /** Within a line a path may hold anything but a quotation mark; what follows it goes with it. */
    private static final String REST = "[^\"\\r\\n]*";

    private static final Pattern PATHS =
            Pattern.compile(
                    "(?<![\\w.>)\\]])~?/(?=[^\\s/<])"
                            + REST
                            + "|\\b[A-Za-z]:[\\\\/]"
                            + REST
                            + "|\\\\\\\\(?=[^\\s\\\\])"
                            + REST);

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** A single letter names nobody. */
    private static final int MIN_NAME_LENGTH = 2;

    private final List<String> names;

    /**
     * @param names of people, computers and servers, in any order; empty ones are ignored
     */
    public Redaction(Collection<String> names) {
        this.names =
                names.stream()
                        .map(String::strip)
                        .filter(name -> name.length() >= MIN_NAME_LENGTH)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /**
     * For the person who runs this program.
     *
     * @param typed names that they gave to the program
     */
    public static Redaction ofThisPerson(Collection<String> typed) {
        List<String> names = new ArrayList<>(typed);
        names.add(System.getProperty("user.name", ""));
        Stream.of("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return new Redaction(names);
    }

    /** A message without what tells of the person. */
    String message(String message) {
        return redact(message, List.of(), true);
    }

    /** What a throwable says of itself, without what tells of the person; its class stays. */
    String words(Throwable thrown, String itself) {
        String type = thrown.getClass().getName();
        boolean typeFirst = itself.startsWith(type);
        // The JVM makes this message: what it quotes are names in the program.
        boolean quotesAreTheirs = !(thrown instanceof NullPointerException);
        String said = typeFirst ? itself.substring(type.length()) : itself;
        return (typeFirst ? type : "") + redact(said, inputs(thrown), quotesAreTheirs);
    }

    private String redact(String text, List<String> inputs, boolean quotesAreTheirs) {
        String left = text;
        for (String input : inputs) {
            left = left.replace(input, PATH);
        }
        left = ADDRESSES.matcher(left).replaceAll(ADDRESS);
        if (quotesAreTheirs) {
            left = QUOTED.matcher(left).replaceAll(TEXT);
        }
        left = PATHS.matcher(left).replaceAll(PATH);
        for (String name : names) {
            left = withoutName(left, name);
        }
        return left;
    }

    /** Not within a name of the program, such as {@code pingmonitor.session.Session}. */
    private static String withoutName(String text, String name) {
        return Pattern.compile(
                        "(?<![\\w.$])" + Pattern.quote(name) + "(?!\\.?\\w|\\$)",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(NAME));
    }

    /** What was given to the system, and so is in the messages of this throwable and of those around it. */
    private static List<String> inputs(Throwable thrown) {
        List<String> inputs = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
            if (each instanceof InvalidPathException path) {
                inputs.add(path.getInput());
            } else if (each instanceof URISyntaxException address) {
                inputs.add(address.getInput());
            } else if (each instanceof FileSystemException system) {
                Stream.of(system.getFile(), system.getOtherFile())
                        .filter(Objects::nonNull)
                        .forEach(inputs::add);
            }
        }
        inputs.removeIf(String::isEmpty);
        return inputs;
    }
}
