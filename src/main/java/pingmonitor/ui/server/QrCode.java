package pingmonitor.ui.server;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** The modules of a QR code (ISO/IEC 18004) with the quiet zone that belongs to it. */
final class QrCode {
    private static final int QUIET_ZONE = 4;

    private final ByteMatrix matrix;

    private QrCode(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    /**
     * The code of a short text. A seventh of it may be unreadable, as behind a reflection on the projector's screen.
     *
     * @throws IllegalArgumentException when the text is too long for any code
     */
    static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** Modules on each side, quiet zone included. */
    int side() {
        return matrix.getWidth() + 2 * QUIET_ZONE;
    }

    /** Whether a module is dark; both from 0. */
    boolean isDark(int column, int row) {
        int x = column - QUIET_ZONE;
        int y = row - QUIET_ZONE;
        boolean inside = x >= 0 && y >= 0 && x < matrix.getWidth() && y < matrix.getHeight();
        return inside && matrix.get(x, y) == 1;
    }
}
