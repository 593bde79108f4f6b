package pingmonitor.ui.server;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A QR code, black on white in every theme, as large as there is room. */
final class QrView extends Region {
    private final QrCode code;
    private final Canvas canvas = new Canvas();

    QrView(QrCode code) {
        this.code = code;
        getStyleClass().add("qr-code");
        getChildren().add(canvas);
    }

    @Override
    protected void layoutChildren() {
        // Whole pixels for each module, so that none is blurred.
        double room = Math.min(getWidth(), getHeight());
        double module = Math.max(1, Math.floor(room / code.side()));
        double side = module * code.side();
        if (canvas.getWidth() != side) {
            canvas.setWidth(side);
            canvas.setHeight(side);
            draw(module, side);
        }
        canvas.relocate(Math.floor((getWidth() - side) / 2), Math.floor((getHeight() - side) / 2));
    }

    private void draw(double module, double side) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        graphics.setFill(Color.BLACK);
        for (int row = 0; row < code.side(); row++) {
            for (int column = 0; column < code.side(); column++) {
                if (code.isDark(column, row)) {
                    graphics.fillRect(column * module, row * module, module, module);
                }
            }
        }
    }
}
