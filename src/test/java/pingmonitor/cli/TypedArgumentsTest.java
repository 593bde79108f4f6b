package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedArgumentsTest {
    /** As Java reads {@code é} in the locale C. */
    private static final String E_ACUTE = "\ufffd\ufffd";

    private static byte[] commandLine(Charset charset, String... words) {
        return (String.join("\0", words) + "\0").getBytes(charset);
    }

    private static byte[] typed(String... words) {
        return commandLine(StandardCharsets.UTF_8, words);
    }

    @Test
    void wordsThatJavaCouldNotReadAreRestored() {
        assertArrayEquals(
                new String[] {"ping", "café.test", "12000", ""},
                TypedArguments.restored(
                        typed("java", "-jar", "é.jar", "ping", "café.test", "12000", ""),
                        "ping",
                        "caf" + E_ACUTE + ".test",
                        "12000",
                        ""));
    }

    @Test
    void wordsOfAnotherCommandLineStayAsTheyWereRead() {
        String[] read = {"ping", "caf" + E_ACUTE, "12000"};

        assertArrayEquals(
                read,
                TypedArguments.restored(typed("java", "ping", "café", "12000", "--more"), read));
        assertArrayEquals(read, TypedArguments.restored(typed("café"), read));
        assertArrayEquals(read, TypedArguments.restored(new byte[0], read));
    }

    @Test
    void bytesThatAreNotUtf8StayAsTheyWereRead() {
        String[] read = {"caf\ufffd"};

        assertArrayEquals(
                read,
                TypedArguments.restored(
                        commandLine(StandardCharsets.ISO_8859_1, "java", "café"), read));
    }

    @Test
    void readableArgumentsStayUnchanged() {
        String[] read = {"ping", "café.test"};

        assertSame(read, TypedArguments.ofThisProcess(read));
    }
}
