package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.ping.PingPlan;
import pingmonitor.ui.common.RunListModel;

@ExtendWith(ApplicationExtension.class)
class ExportNameTest {
    /** As {@code File.toPath} in the locale C. */
    private static final FileChoice UNFIT =
            (owner, name, proposed) -> {
                throw new InvalidPathException("/home/josé/run.csv", "unmappable");
            };

    @Test
    void nameThatCannotBeUsedIsToldLikeAnyFailure() {
        List<Notice> notices = new ArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(
                30_000,
                () -> {
                    RunListModel runs = new RunListModel(new FedEngine());
                    runs.start(PingPlan.lab("127.0.0.1", 12_000));
                    new ExportAction(runs, Locale.ENGLISH, UNFIT, notices::add)
                            .save(Optional.empty());
                    runs.stop();
                });

        assertEquals(List.of(Severity.DANGER), notices.stream().map(Notice::severity).toList());
        assertTrue(notices.get(0).text().startsWith("The file is not saved: "));
    }
}
