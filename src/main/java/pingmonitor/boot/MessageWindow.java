package pingmonitor.boot;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import javax.swing.JOptionPane;

/**
 * A message in a window of Swing, for where JavaFX is missing. A class of its own, so that Swing is loaded only then.
 */
final class MessageWindow {
    private static final int LINE_CHARACTERS = 90;

    private MessageWindow() {}

    /** Shows it until the person closes it; does nothing where no window can be shown. */
    static void show(String title, String text) {
        try {
            if (!GraphicsEnvironment.isHeadless()) {
                wrapped(text).createDialog(title).setVisible(true);
            }
        } catch (HeadlessException | AWTError | LinkageError e) {
            // A Java without Swing, or a screen that does not answer. The message stands on stderr.
        }
    }

    private static JOptionPane wrapped(String text) {
        return new JOptionPane(text, JOptionPane.ERROR_MESSAGE) {
            @Override
            public int getMaxCharactersPerLineCount() {
                return LINE_CHARACTERS;
            }
        };
    }
}
