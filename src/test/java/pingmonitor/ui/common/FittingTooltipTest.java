package pingmonitor.ui.common;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class FittingTooltipTest {
    private static final String LONG =
            "Pings that this computer could not attend to for a while, because it was busy. "
                    .repeat(5);

    private final StackPane root = new StackPane();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(root, 400, 300));
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 40})
    void longTextStaysOnTheScreenAndHasTheSizeOfTheWindowsText(int pixels, FxRobot robot)
            throws TimeoutException {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        FittingTooltip tooltip = new FittingTooltip(LONG);
        robot.interact(
                () -> {
                    root.setStyle("-fx-font-size: " + pixels + "px;");
                    tooltip.show(stage, screen.getMaxX() - 5, screen.getMaxY() - 5);
                });
        Fx.awaitFrames(2);
        robot.interact(
                () -> {
                    // Without its shadow, of which the screen may cut off a part.
                    Node shown = tooltip.getSkin().getNode();
                    Bounds bounds = shown.localToScreen(shown.getLayoutBounds());
                    assertTrue(bounds.getMinX() >= screen.getMinX(), bounds::toString);
                    assertTrue(bounds.getMinY() >= screen.getMinY(), bounds::toString);
                    assertTrue(bounds.getMaxX() <= screen.getMaxX(), bounds::toString);
                    assertTrue(bounds.getMaxY() <= screen.getMaxY(), bounds::toString);
                    assertEquals(pixels, tooltip.getFont().getSize());
                    tooltip.hide();
                });
    }

    @Test
    void thereIsNoOtherTooltip() throws IOException {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("pingmonitor.ui.common")))
                .should()
                .callConstructor(Tooltip.class)
                .orShould()
                .callConstructor(Tooltip.class, String.class)
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("pingmonitor.ui"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/pingmonitor/ui"))) {
            List<Path> others =
                    files.filter(file -> file.toString().endsWith(".fxml"))
                            .filter(FittingTooltipTest::hasAnotherTooltip)
                            .toList();
            assertEquals(List.of(), others);
        }
    }

    private static boolean hasAnotherTooltip(Path file) {
        try {
            return Files.readString(file).contains("<Tooltip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
