package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import pingmonitor.ping.PingPlan;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** What a run knows of being saved. */
@Tag("view")
@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class ExportActionTest {
    private final FedEngine engine = new FedEngine();
    private final RunListModel runs = new RunListModel(engine);
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    @TempDir private Path folder;

    @Test
    void pingsInAFileAreSavedAndThoseThatComeLaterAreNot() throws Exception {
        RunModel run = run(2);
        save(folder.resolve("a.csv"));
        Fx.await(() -> run.unsavedPings() == 0);
        engine.sent(3);
        Fx.await(() -> run.unsavedPings() == 1);
        Fx.run(runs::stop);
    }

    @Test
    void fileThatCannotBeWrittenHoldsNothing() throws Exception {
        RunModel run = run(2);
        save(Files.createDirectories(folder.resolve("b.csv/in the way")).getParent());
        Fx.await(() -> notices.size() == 1);
        assertEquals(Severity.DANGER, notices.get(0).severity());
        assertEquals(2, Fx.get(run::unsavedPings));
        Fx.run(runs::stop);
    }

    private RunModel run(int pings) throws Exception {
        RunModel run = Fx.get(() -> runs.start(PingPlan.lab("127.0.0.1", 12_000)));
        engine.started();
        for (int sequence = 1; sequence <= pings; sequence++) {
            engine.sent(sequence).replied(sequence, 0.4);
        }
        Fx.await(() -> run.unsavedPings() == pings);
        return run;
    }

    private void save(Path file) {
        ExportAction export =
                new ExportAction(
                        runs,
                        Locale.ENGLISH,
                        (owner, name, proposed) ->
                                Optional.of(new FileChoice.Choice(file, proposed)),
                        notices::add);
        Fx.run(() -> export.save(Optional.empty()));
    }
}
