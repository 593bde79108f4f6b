package pingmonitor.settings;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code user-dirs.dirs}, which names the folders of a person on a Linux desktop, in their own language:
 * {@code XDG_DOCUMENTS_DIR="$HOME/Dokumente"}.
 */
record XdgUserDirs(Path file, Path home) {
    /** Possessive, because a long line would otherwise overflow the stack. */
    private static final Pattern LINE =
            Pattern.compile("\\s*(\\w+)=\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final String HOME = "$HOME/";

    /** The folder that the file names; empty without a file or without an absolute path under that name. */
    Optional<Path> folder(String name) {
        return lines().stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1).equals(name))
                .reduce((earlier, later) -> later)
                .flatMap(this::folder);
    }

    private Optional<Path> folder(Matcher line) {
        String value = ESCAPED.matcher(line.group(2)).replaceAll("$1");
        try {
            Path path =
                    value.startsWith(HOME)
                            ? home.resolve(value.substring(HOME.length()))
                            : Path.of(value);
            return Optional.of(path).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<String> lines() {
        try {
            return BoundedFileReader.read(file).lines().toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
