package pingmonitor.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a command line as the shells do into which a person pastes it, as far as the program's commands need it: what a
 * shell would take for anything but plain words and double quotes is refused.
 */
final class TypedCommand {
    private static final String SPECIAL_IN_CMD = "&|<>^%!()";
    private static final String SPECIAL_IN_POWERSHELL = "&|<>;,(){}@#$`'";
    private static final String SPECIAL_IN_SHELL = "|<>;()$`'\\*?[]{}~#!&";

    private TypedCommand() {}

    /**
     * The arguments that a program gets from cmd.exe, which passes the line on as it stands but for its own signs, and
     * from Microsoft's rules for {@code CommandLineToArgvW}.
     */
    static List<String> inCmd(String line) {
        refuse(line, SPECIAL_IN_CMD, "%!");
        return byMicrosoftsRules(line);
    }

    /**
     * The arguments that a program gets from Windows PowerShell, which takes words apart itself (about_Parsing: quotes
     * within a word belong to it) and puts each with a blank in quotes again for the program.
     */
    static List<String> inPowerShell(String line) {
        refuse(line, SPECIAL_IN_POWERSHELL, "$`");
        List<String> passed = new ArrayList<>();
        for (String word : words(line)) {
            passed.add(word.contains(" ") ? '"' + word + '"' : word);
        }
        return byMicrosoftsRules(String.join(" ", passed));
    }

    /** The commands of a line that sh, bash and zsh read alike, joined by {@code &&}. */
    static List<List<String>> inShell(String line) {
        List<List<String>> commands = new ArrayList<>();
        for (String command : line.split(" && ")) {
            refuse(command, SPECIAL_IN_SHELL, "$`\\!");
            commands.add(words(command));
        }
        return commands;
    }

    /** Blanks and tabs part arguments outside of quotes; backslashes mean something only before a quote. */
    private static List<String> byMicrosoftsRules(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        int backslashes = 0;
        for (char c : line.toCharArray()) {
            if (c == '\\') {
                backslashes++;
                begun = true;
                continue;
            }
            argument.append("\\".repeat(c == '"' ? backslashes / 2 : backslashes));
            boolean literal = c == '"' && backslashes % 2 == 1;
            backslashes = 0;
            if (c == '"' && !literal) {
                quoted = !quoted;
                begun = true;
            } else if ((c == ' ' || c == '\t') && !quoted) {
                if (begun) {
                    arguments.add(argument.toString());
                }
                argument.setLength(0);
                begun = false;
            } else {
                argument.append(c);
                begun = true;
            }
        }
        argument.append("\\".repeat(backslashes));
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed: " + line);
        }
        if (begun) {
            arguments.add(argument.toString());
        }
        return arguments;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed: " + line);
        }
        words.add(word.toString());
        return words;
    }

    private static void refuse(String line, String special, String evenQuoted) {
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            boolean isSpecial = (quoted ? evenQuoted : special).indexOf(c) >= 0;
            if (isSpecial || c < ' ' || c > '~') {
                throw new IllegalArgumentException("the shell reads " + c + " in " + line);
            }
        }
    }
}
