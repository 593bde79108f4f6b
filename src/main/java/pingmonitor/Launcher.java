package pingmonitor;

import pingmonitor.cli.Cli;
import pingmonitor.ui.app.SelfTestStart;
import pingmonitor.ui.app.WindowStart;

/**
 * Where the program starts: without arguments the window, with any argument the terminal commands. No JavaFX
 * {@code Application}, so that the terminal commands load nothing of JavaFX and the jar starts from the class path.
 */
public final class Launcher {
    private Launcher() {}

    /** Starts the window or a terminal command. */
    public static void main(String[] args) {
        if (args.length == 0) {
            WindowStart.main(args);
        } else {
            Cli.main(args, () -> SelfTestStart.open());
        }
    }
}
