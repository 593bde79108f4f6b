package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.session.PingState;
import pingmonitor.ui.common.Stylesheet;

/** Looks at the pixels: what a wrong chart gets wrong is where something is drawn. */
@ExtendWith(ApplicationExtension.class)
class ChartCanvasTest {
    private final ChartSeries series = new ChartSeries();
    private ChartCanvas chart;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        chart = new ChartCanvas(Locale.ENGLISH);
        Scene scene = new Scene(new StackPane(chart), 640, 320);
        scene.getStylesheets().add(Stylesheet.beside(ChartView.class, "results.css"));
        stage.setScene(scene);
        stage.show();
    }

    private void show(int count, PingState... states) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    for (int i = 0; i < states.length; i++) {
                        series.put(ChartSeriesTest.row(i + 1, states[i], 1));
                    }
                    chart.show(series, count);
                });
    }

    /** Whether there is such a colour in the middle half of a ping's place, or of the gap after it. */
    private boolean seen(double sequence, int count, Predicate<Color> colour) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    chart.layout();
                    Canvas canvas = canvas();
                    WritableImage picture = canvas.snapshot(null, null);
                    int x = (int) ((sequence - 0.5) * canvas.getWidth() / count);
                    for (int y = 0; y < picture.getHeight(); y++) {
                        if (colour.test(picture.getPixelReader().getColor(x, y))) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private Canvas canvas() {
        for (Node child : chart.getChildrenUnmodifiable()) {
            if (child instanceof Canvas canvas) {
                return canvas;
            }
        }
        throw new AssertionError("no canvas");
    }

    private static boolean green(Color colour) {
        return colour.getGreen() > 0.3
                && colour.getGreen() > 1.5 * colour.getRed()
                && colour.getGreen() > 1.5 * colour.getBlue();
    }

    private static boolean reddish(Color colour) {
        return colour.getRed() > colour.getGreen() + 0.05
                && colour.getRed() > colour.getBlue() + 0.05;
    }

    @Test
    void neighboursAnsweredInTimeAreJoined() {
        show(4, PingState.REPLIED, PingState.REPLIED);

        assertTrue(seen(1, 4, ChartCanvasTest::green));
        assertTrue(seen(1.5, 4, ChartCanvasTest::green));
        assertFalse(seen(2.5, 4, ChartCanvasTest::green));
    }

    @Test
    void lineIsNeitherDrawnAcrossALostPingNorDownToZero() {
        show(3, PingState.REPLIED, PingState.TIMED_OUT, PingState.REPLIED);

        assertTrue(seen(1, 3, ChartCanvasTest::green));
        assertFalse(seen(1.5, 3, ChartCanvasTest::green));
        assertFalse(seen(2, 3, ChartCanvasTest::green));
        assertTrue(seen(2, 3, ChartCanvasTest::reddish));
        assertFalse(seen(2.5, 3, ChartCanvasTest::green));
    }

    @Test
    void lateReplyIsNotInTheLine() {
        show(3, PingState.REPLIED, PingState.LATE, PingState.REPLIED);

        assertFalse(seen(1.5, 3, ChartCanvasTest::green));
        assertFalse(seen(2, 3, ChartCanvasTest::green));
    }

    @Test
    void millionPingsShowTheirLossesInColumns() {
        int count = 1_000_000;
        PingState[] states = new PingState[count];
        for (int i = 0; i < count; i++) {
            states[i] =
                    i >= count / 2 && i < count * 3 / 4 ? PingState.TIMED_OUT : PingState.REPLIED;
        }
        show(count, states);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> chart.setRange(chart.range().whole(chart.places())));

        assertTrue(seen(count / 4.0, count, ChartCanvasTest::green));
        assertFalse(seen(count / 4.0, count, ChartCanvasTest::reddish));
        assertTrue(seen(count * 0.6, count, ChartCanvasTest::reddish));
        assertFalse(seen(count * 0.6, count, ChartCanvasTest::green));
    }

    @ParameterizedTest
    @CsvSource({"250, light", "250, dark", "100000, light", "100000, dark"})
    void singleLostPingAmongManyIsALineOfThreeRedPixels(int count, String theme) {
        boolean dark = theme.equals("dark");
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        Application.setUserAgentStylesheet(
                                dark
                                        ? new PrimerDark().getUserAgentStylesheet()
                                        : new PrimerLight().getUserAgentStylesheet()));
        PingState[] states = new PingState[count];
        Arrays.fill(states, PingState.REPLIED);
        states[count / 3] = PingState.TIMED_OUT;
        show(count, states);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> chart.setRange(chart.range().whole(chart.places())));

        int red = redPixels(dark ? Color.web("#0d1117") : Color.WHITE);
        assertTrue(red >= 3 && red <= 5, red + " pixels");
    }

    /** How many pixels are clearly red in the lower half of the drawing, where no round trip time is, in a row. */
    private int redPixels(Color background) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    chart.layout();
                    SnapshotParameters on = new SnapshotParameters();
                    on.setFill(background);
                    WritableImage picture = canvas().snapshot(on, null);
                    int most = 0;
                    for (int y = (int) picture.getHeight() / 2; y < picture.getHeight(); y++) {
                        int row = y;
                        most =
                                Math.max(
                                        most,
                                        (int)
                                                IntStream.range(0, (int) picture.getWidth())
                                                        .mapToObj(
                                                                x ->
                                                                        picture.getPixelReader()
                                                                                .getColor(x, row))
                                                        .filter(ChartCanvasTest::clearlyRed)
                                                        .count());
                    }
                    return most;
                });
    }

    /** Not a shade of grey: in its red there is clearly more than in the others. */
    private static boolean clearlyRed(Color colour) {
        return colour.getRed() - Math.max(colour.getGreen(), colour.getBlue()) > 0.12;
    }

    @Test
    void anotherThemeGivesOtherColours() {
        show(2, PingState.REPLIED, PingState.TIMED_OUT);
        Color light = colourOfLine();
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        Application.setUserAgentStylesheet(
                                new PrimerDark().getUserAgentStylesheet()));
        WaitForAsyncUtils.waitForFxEvents();

        assertFalse(light.equals(colourOfLine()));
    }

    @Test
    void homeShowsTheWholeRunAndEndTheNewest(FxRobot robot) {
        PingState[] states = new PingState[1_000];
        Arrays.fill(states, PingState.REPLIED);
        show(0, states);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    chart.requestFocus();
                    chart.changed(OptionalDouble.of(1e6));
                });
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        assertEquals(0.5, range().low(), 1e-9);
        assertEquals(1000.5, range().high(), 1e-9);
        robot.press(KeyCode.END).release(KeyCode.END);
        assertEquals(700.5, range().low(), 1e-9);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Wheel.turn(chart, 120));
        assertTrue(range().high() - range().low() < 300);
        assertFalse(range().following());
    }

    private ChartRange range() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> chart.range());
    }

    private Color colourOfLine() {
        Color[] found = new Color[1];
        seen(
                1,
                2,
                colour -> {
                    if (green(colour)) {
                        found[0] = colour;
                    }
                    return found[0] != null;
                });
        return found[0];
    }
}
