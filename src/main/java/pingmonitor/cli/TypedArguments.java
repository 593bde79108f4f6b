package pingmonitor.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments as they were typed. In the locale C, and in one that is not installed, Java reads each byte of a letter
 * outside ASCII as U+FFFD; Linux still knows the bytes, which are UTF-8 on any system of today.
 */
final class TypedArguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final String UNREADABLE = "\ufffd";

    private TypedArguments() {}

    /** The arguments of this process; those that cannot be restored stay as Java read them. */
    static String[] ofThisProcess(String... read) {
        if (Arrays.stream(read).noneMatch(word -> word.contains(UNREADABLE))) {
            return read;
        }
        try {
            return restored(Files.readAllBytes(COMMAND_LINE), read);
        } catch (IOException notLinux) {
            return read;
        }
    }

    /**
     * @param commandLine the words of the process, each with a null byte behind it; the arguments come last
     * @param read the arguments as Java read them
     */
    static String[] restored(byte[] commandLine, String... read) {
        List<byte[]> words = words(commandLine);
        int first = words.size() - read.length;
        if (first < 0) {
            return read;
        }
        String[] typed = read.clone();
        for (int i = 0; i < read.length; i++) {
            typed[i] = restored(words.get(first + i), read[i]);
        }
        return typed;
    }

    private static String restored(byte[] word, String read) {
        // A launcher may add words of its own: only what Java saw as this is this.
        boolean same = new String(word, StandardCharsets.US_ASCII).equals(read);
        try {
            return same
                    ? StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word)).toString()
                    : read;
        } catch (CharacterCodingException notUtf8) {
            return read;
        }
    }

    private static List<byte[]> words(byte[] commandLine) {
        List<byte[]> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                words.add(Arrays.copyOfRange(commandLine, from, i));
                from = i + 1;
            }
        }
        return words;
    }
}
