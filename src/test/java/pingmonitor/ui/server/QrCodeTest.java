package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final int PIXELS = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server 192.168.1.20 port 12000",
                "servidor 2001:db8:1234:5678:9abc:def0:1234:5678 porta 65535"
            })
    void aCameraReadsWhatWasWritten(String text) throws Exception {
        QrCode code = QrCode.of(text);
        int side = code.side() * PIXELS;
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = code.isDark(i % side / PIXELS, i / side / PIXELS) ? 0 : 0xffffff;
        }
        BinaryBitmap seen =
                new BinaryBitmap(
                        new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertEquals(text, new QRCodeReader().decode(seen).getText());
    }

    @Test
    void fourLightModulesAreAroundIt() {
        QrCode code = QrCode.of("server 192.168.1.20 port 12000");
        for (int i = 0; i < code.side(); i++) {
            for (int j = 0; j < 4; j++) {
                assertFalse(code.isDark(i, j) || code.isDark(j, i));
                assertFalse(code.isDark(i, code.side() - 1 - j));
                assertFalse(code.isDark(code.side() - 1 - j, i));
            }
        }
    }

    @Test
    void whatFitsInNoCodeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(5_000)));
    }
}
