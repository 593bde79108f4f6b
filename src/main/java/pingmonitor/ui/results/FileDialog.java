package pingmonitor.ui.results;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import pingmonitor.text.Messages;

/** The system's dialog for saving; opens in the folder chosen last. */
final class FileDialog implements FileChoice {
    private final Messages messages;
    private Optional<Path> folder = Optional.empty();

    FileDialog(Locale locale) {
        this.messages = Messages.beside(FileDialog.class, locale);
    }

    @Override
    public Optional<Choice> choose(
            Optional<Window> owner, String proposedName, ExportFormat proposed) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("export.title"));
        chooser.setInitialFileName(proposedName);
        folder.filter(Files::isDirectory)
                .ifPresent(known -> chooser.setInitialDirectory(known.toFile()));
        List<FileChooser.ExtensionFilter> filters =
                List.of(
                        filter(messages.text("export.csv"), ExportFormat.CSV),
                        filter(messages.text("export.json"), ExportFormat.JSON),
                        filter(messages.text("export.console"), ExportFormat.CONSOLE));
        chooser.getExtensionFilters().setAll(filters);
        chooser.setSelectedExtensionFilter(filters.get(proposed.ordinal()));
        Optional<File> file = Optional.ofNullable(chooser.showSaveDialog(owner.orElse(null)));
        file.map(chosen -> chosen.toPath().getParent())
                .ifPresent(parent -> folder = Optional.of(parent));
        int filter = filters.indexOf(chooser.getSelectedExtensionFilter());
        ExportFormat format = filter < 0 ? proposed : ExportFormat.values()[filter];
        return file.map(chosen -> new Choice(chosen.toPath(), format));
    }

    private static FileChooser.ExtensionFilter filter(String name, ExportFormat format) {
        return new FileChooser.ExtensionFilter(name, "*" + format.suffix());
    }
}
