package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.AnyText;
import pingmonitor.fuzz.Cases;

/** Whatever stands on the command line: it is a command that is run, or one sentence on stderr. */
@Tag("fuzz")
@Timeout(600)
class CommandLineFuzzTest {
    /** With help and messages each takes a while. */
    private static final int LESS = 10;

    private static final List<String> WORDS =
            List.of(
                    "ping",
                    "monitor",
                    "serve",
                    "find",
                    "self-test",
                    "help",
                    "localhost",
                    "::1",
                    "localhost:7",
                    "udp://[::1]:7",
                    "server localhost port 7",
                    "12000",
                    "--count",
                    "--interval",
                    "-i",
                    "--limit",
                    "off",
                    "-c",
                    "3",
                    "--count=2",
                    "-c5",
                    "--continuous",
                    "--timeout",
                    "1s",
                    "--pause=0",
                    "--size",
                    "64",
                    "-4",
                    "-6",
                    "-46",
                    "--no-verdicts",
                    "--json",
                    "--loss",
                    "30%",
                    "--preset",
                    "book",
                    "--delay",
                    "100ms",
                    "--delay-spread",
                    "uniform",
                    "--duplicates",
                    "--reorder",
                    "5",
                    "--seed",
                    "--announce",
                    "--name",
                    "--for=2s",
                    "7",
                    "-V",
                    "--version",
                    "-h",
                    "--help",
                    "--window",
                    "--losses",
                    "--no-keep",
                    "--port",
                    "--");

    private final SplittableRandom random = Cases.random();
    private final AnyText texts = new AnyText(random, WORDS);

    @Test
    void anyWordsAreACommandOrAreRefusedInOneLine() {
        int understood = 0;
        for (int i = 0; i < Cases.count() / LESS; i++) {
            String[] words = words();
            if (List.of(words).containsAll(List.of("self-test", "--window"))) {
                // There is no window here; that has tests of its own.
                continue;
            }
            String line = String.join("|", words);
            FakeEngines engines = new FakeEngines();
            CliRun run = CliRun.stopped(engines, words);
            String said = String.join("\n", run.err());
            assertFalse(said.contains("inside the program"), () -> line + " led to " + said);
            assertFalse(said.contains("Exception"), () -> line + " led to " + said);
            if (run.code() == Cli.ERROR && engines.nothingStarted()) {
                assertEquals(1, run.err().size(), () -> line + " led to " + said);
            } else {
                understood++;
            }
            assertTrue(run.code() >= 0 && run.code() <= 2, line);
        }
        assertTrue(understood > Cases.count() / LESS / 50, understood + " understood");
    }

    private String[] words() {
        String[] words = new String[random.nextInt(7)];
        for (int i = 0; i < words.length; i++) {
            boolean good = random.nextInt(4) > 0;
            words[i] = good ? WORDS.get(random.nextInt(WORDS.size())) : texts.next();
        }
        if (words.length > 2 && random.nextBoolean()) {
            words[0] = List.of("ping", "serve", "monitor").get(random.nextInt(3));
            words[words.length - 2] = "127.0.0.1";
            words[words.length - 1] = "12000";
        }
        return words;
    }
}
