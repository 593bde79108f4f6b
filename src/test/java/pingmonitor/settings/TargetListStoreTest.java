package pingmonitor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.QuietLog;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.TargetPlan;

class TargetListStoreTest {
    private static final TargetPlan HOME =
            new TargetPlan(
                    "Casa = ação #1 \u202E",
                    new PingPlan(
                            "2001:db8::7",
                            12_000,
                            AddressFamily.IPV6,
                            PingPlan.UNTIL_STOPPED,
                            Duration.ofMillis(1_500),
                            new Pacing.FixedRate(Duration.ofNanos(1_500_001)),
                            64,
                            false),
                    5,
                    true);
    private static final TargetPlan LAB =
            new TargetPlan("", PingPlan.lab("127.0.0.1", 12_000), 3, false);

    @TempDir private Path folder;

    @Test
    void targetsAreThoseThatWereSavedInTheirOrder() throws IOException {
        List<TargetPlan> targets = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            targets.add(HOME);
            targets.add(LAB);
        }
        TargetListStore store = store();
        store.save(targets);
        assertEquals(targets, store.load());
        store.save(List.of(LAB));
        assertEquals(List.of(LAB), store().load());
    }

    @Test
    void withoutAFileThereAreNone() {
        assertEquals(List.of(), store().load());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version=2",
                "version=1\ntarget.001.host=x",
                "version=1\n\\u12",
            })
    void brokenFileIsKeptUnderAnotherName(String text) throws IOException {
        Files.writeString(folder.resolve("targets"), text);
        try (QuietLog quiet = QuietLog.of(TargetListStore.class)) {
            assertEquals(List.of(), store().load());
            assertEquals(1, quiet.messages());
        }
        assertEquals(text, Files.readString(folder.resolve("targets.broken")));
        store().save(List.of(HOME));
        assertEquals(List.of(HOME), store().load());
    }

    @Test
    void anyDamageLeavesTargetsOrNone() throws IOException {
        store().save(List.of(HOME, LAB));
        byte[] whole = Files.readAllBytes(folder.resolve("targets"));
        Random random = new Random(5);
        try (QuietLog quiet = QuietLog.of(TargetListStore.class)) {
            for (int i = 0; i < 500; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                Files.write(folder.resolve("targets"), damaged);
                assertTrue(store().load().size() <= 2);
            }
            assertTrue(quiet.messages() > 0);
        }
    }

    @Test
    void limitsOfATargetHold() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TargetPlan("", LAB.plan(), TargetPlan.MAX_MIN_LOSSES + 1, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TargetPlan("x".repeat(TargetPlan.MAX_NAME + 1), LAB.plan(), 3, true));
    }

    private TargetListStore store() {
        return new TargetListStore(folder.resolve("targets"));
    }
}
