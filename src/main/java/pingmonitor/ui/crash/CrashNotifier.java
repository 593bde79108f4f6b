package pingmonitor.ui.crash;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import pingmonitor.log.Crashes;
import pingmonitor.log.ProgramLog;
import pingmonitor.ui.common.FxBridge;

/**
 * Tells the person of crashes, in one dialog at a time that nothing waits for. After a defect of the dialog itself no
 * further dialog opens. FX thread only.
 */
public final class CrashNotifier {
    /** Time between two updates: nobody reads faster, and a crash at each painting of the dialog stays rare. */
    private static final Duration SPACING = Duration.ofMillis(250);

    private static final Logger LOG = System.getLogger(CrashNotifier.class.getName());

    private final ProgramLog log;
    private final Supplier<List<String>> program;
    private final Setting setting;
    private final FxBridge bridge = new FxBridge(this::refresh, SPACING);
    private Optional<CrashDialog> open = Optional.empty();
    private boolean broken;

    /**
     * Where a dialog opens.
     *
     * @param owner the window it belongs to, if there is one
     * @param locale the language to speak now
     * @param fontSize of ordinary text, in pixels of the toolkit
     * @param aftermath what goes on after the crash
     * @param typed names that the person gave to the program, to be redacted in a report
     */
    public record Setting(
            Optional<Stage> owner,
            Supplier<Locale> locale,
            ObservableIntegerValue fontSize,
            ObservableValue<CrashAftermath> aftermath,
            Supplier<List<String>> typed) {}

    /**
     * @param program lines that tell which program this is and where it runs
     */
    public CrashNotifier(ProgramLog log, Supplier<List<String>> program, Setting setting) {
        this.log = log;
        this.program = program;
        this.setting = setting;
    }

    /** Tells of every crash from now on, and of those before. */
    public void follow() {
        log.crashes().listen(bridge::signal);
    }

    /** Tells of the crashes before, and returns when the dialog is closed. */
    public void tellAndWait() {
        follow();
        open().showAndWait();
    }

    private void refresh() {
        if (broken) {
            return;
        }
        try {
            Crashes.Untold untold = log.crashes().untold();
            if (open.isPresent()) {
                open.get().tell(untold);
            } else if (!untold.seen().isEmpty()) {
                open().show();
            }
        } catch (RuntimeException | Error defect) {
            broken = true;
            open.ifPresent(CrashDialog::close);
            open = Optional.empty();
            LOG.log(Logger.Level.ERROR, "the crash dialog broke", defect);
        }
    }

    private CrashDialog open() {
        CrashDialog dialog = new CrashDialog(log, program, setting, this::closed);
        open = Optional.of(dialog);
        dialog.tell(log.crashes().untold());
        return dialog;
    }

    private void closed(Crashes.Untold told) {
        open = Optional.empty();
        log.crashes().told(told);
        // A crash of the very last moment was not told.
        bridge.signal();
    }
}
