package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.session.Session;

/** What the person says of a run is appended to its file and harms nothing in it. */
class LabelWriterTest {
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a.pingrun");
    }

    @Test
    void theLatestOfEachKindHoldsAndEverythingElseStays() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Session session = KeptRunFixture.random(file, seed, 200 * seed, true);
            for (int i = 0; i < 5; i++) {
                name("Number " + i);
                LabelWriter.append(
                        file, List.of(label(FileEvent.Label.Field.NOTE, "A note, " + i)));
            }
            try (KeptSession kept = KeptSession.open(file)) {
                RunFileTest.assertSame(session, kept, "seed " + seed);
                assertEquals("Number 4", kept.name());
                assertEquals("A note, 4", kept.note());
                assertFalse(kept.isDamaged());
            }
        }
    }

    @Test
    void aFileThatWasCutOffAnywhereTakesOneAndLosesNothing() throws IOException {
        KeptRunFixture.random(file, 7, 2_000, false);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 120; i++) {
            int length = whole.length - (i < 60 ? i : random.nextInt(whole.length - 400));
            Files.write(file, Arrays.copyOf(whole, length));
            Found before = found();
            name("After the cut");
            Found labelled = found();
            assertEquals(before.rows(), labelled.rows(), "cut at " + length);
            assertEquals(before.journal(), labelled.journal(), "cut at " + length);
            assertEquals("After the cut", labelled.name());
            assertEquals(before.damaged(), labelled.damaged(), "cut at " + length);
        }
    }

    @Test
    void aLabelThatIsCutOffItselfIsLostAloneAndTheNextOneHolds() throws IOException {
        KeptRunFixture.random(file, 8, 1_500, false);
        Found before = found();
        long length = Files.size(file);
        name("First");
        byte[] labelled = Files.readAllBytes(file);
        for (int cut = 1; cut <= labelled.length - length; cut++) {
            Files.write(file, Arrays.copyOf(labelled, labelled.length - cut));
            assertEquals(before.rows(), found().rows(), "without " + cut);
            name("Second");
            Found after = found();
            assertEquals(before.rows(), after.rows(), "without " + cut);
            assertEquals("Second", after.name(), "without " + cut);
            assertFalse(after.damaged(), "without " + cut);
        }
    }

    @Test
    void aDamagedFileStaysReadable() throws IOException {
        KeptRunFixture.random(file, 9, 3_000, true);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = whole.clone();
            damaged[300 + random.nextInt(whole.length - 300)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            Found before = found();
            name("Damaged");
            Found after = found();
            assertEquals(before.rows(), after.rows());
            assertEquals("Damaged", after.name());
        }
    }

    @Test
    void aRunThatEndedKeepsItsFiguresWithoutBeingCountedAgain() throws IOException {
        KeptRunFixture.random(file, 10, 6_000, true);
        name("Cheap");
        try (RunFile run = RunFile.open(file)) {
            assertTrue(run.index().latestNews() < run.index().blocks() - 1);
        }
    }

    /** Sums and no rows: thousands of them would be told of a failure. */
    private record Found(int rows, int journal, String name, boolean damaged) {}

    private Found found() throws IOException {
        try (KeptSession kept = KeptSession.open(file)) {
            return new Found(
                    kept.rows(0, Long.MAX_VALUE).hashCode(),
                    kept.journal(0, Long.MAX_VALUE).hashCode(),
                    kept.name(),
                    kept.isDamaged());
        }
    }

    private void name(String name) throws IOException {
        LabelWriter.append(file, List.of(label(FileEvent.Label.Field.NAME, name)));
    }

    private static FileEvent.Label label(FileEvent.Label.Field field, String text) {
        return new FileEvent.Label(field, text);
    }
}
