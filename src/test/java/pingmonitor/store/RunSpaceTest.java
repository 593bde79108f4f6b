package pingmonitor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit on disk space: the oldest go first, and nothing goes that was not announced before. */
class RunSpaceTest {
    private static final Instant DAY = Instant.parse("2026-11-23T10:42:07Z");

    @TempDir private Path folder;
    private RunHistory history;
    private long one;

    /** Ten runs of the same size, {@code 0} the oldest. */
    @BeforeEach
    void make() throws IOException {
        history = fresh();
        for (int i = 0; i < 10; i++) {
            Path file = file(i);
            KeptRunFixture.ended(file, "192.168.1.20", "", DAY.plus(Duration.ofDays(i)), 40);
            one = Files.size(file);
        }
    }

    @Test
    void withoutALimitNothingGoes() throws IOException {
        SpacePlan plan = history.space(0);
        assertFalse(plan.isNearLimit());
        assertEquals(List.of(), plan.next());
        assertEquals(10 * one, plan.usedBytes());
    }

    @Test
    void belowNineTenthsNothingIsSaid() throws IOException {
        assertFalse(history.space(12 * one).isNearLimit());
    }

    @Test
    void fromNineTenthsOnItIsSaidWhatWouldGoAndNothingGoes() throws IOException {
        SpacePlan plan = history.space(11 * one);
        assertTrue(plan.isNearLimit());
        assertFalse(plan.isAtLimit());
        assertEquals(List.of("0.pingrun"), names(plan.next()));
        assertEquals(one, plan.freedBytes());
        history.announced(plan);
        assertEquals(List.of(), history.makeRoom(plan));
        assertEquals(10, history.list().size());
    }

    @Test
    void atTheLimitOnlyWhatWasAnnouncedBeforeGoes() throws IOException {
        SpacePlan plan = history.space(5 * one);
        assertTrue(plan.isAtLimit());
        assertEquals(List.of(), history.makeRoom(plan));
        history.announced(plan);
        RunHistory later = fresh();
        assertEquals(6, later.makeRoom(later.space(5 * one)).size());
        assertEquals(
                List.of("9.pingrun", "8.pingrun", "7.pingrun", "6.pingrun"), names(later.list()));
    }

    @Test
    void whatIsPinnedOrWrittenStaysAndTheNextOldestGoes() throws IOException {
        history.pin(history.find("0").get(0), true);
        WritingMark mark = WritingMark.take(file(1)).orElseThrow();
        SpacePlan plan = history.space(10 * one);
        assertEquals(List.of("2.pingrun", "3.pingrun"), names(plan.next()));
        history.announced(plan);
        assertEquals(plan.next(), history.makeRoom(history.space(10 * one)));
        mark.close();
    }

    @Test
    void whatWasDeletedMakesRoomFirst() throws IOException {
        history.delete(history.find("5").get(0));
        SpacePlan plan = history.space(10 * one);
        assertTrue(plan.isAtLimit());
        history.announced(plan);
        assertEquals(List.of(), names(history.makeRoom(history.space(10 * one + one / 2))));
        history.makeRoom(history.space(10 * one));
        assertEquals(List.of(), history.deleted());
    }

    @Test
    void aForeignFileIsNeverTakenAway() throws IOException {
        Path foreign = folder.resolve("poem.pingrun");
        Files.write(foreign, new byte[(int) (50 * one)]);
        SpacePlan plan = history.space(20 * one);
        history.announced(plan);
        history.makeRoom(history.space(20 * one));
        assertTrue(Files.exists(foreign));
    }

    private RunHistory fresh() {
        return new RunHistory(new RunStore(folder, KeptRunFixture.ZONE));
    }

    private Path file(int number) {
        return folder.resolve(number + ".pingrun");
    }

    private static List<String> names(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::fileName).toList();
    }
}
