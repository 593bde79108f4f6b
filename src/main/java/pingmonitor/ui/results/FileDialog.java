package pingmonitor.ui.results;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import pingmonitor.text.Messages;

/** The system's dialog for saving. It opens in the folder chosen last, also after a change of the language. */
final class FileDialog implements FileChoice {
    private final Messages messages;
    private final SaveFolder folder;

    FileDialog(Locale locale, SaveFolder folder) {
        this.messages = Messages.beside(FileDialog.class, locale);
        this.folder = folder;
    }

    @Override
    public Optional<Choice> choose(
            Optional<Window> owner, String proposedName, ExportFormat proposed) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.text("export.title"));
        chooser.setInitialFileName(proposedName);
        chooser.setInitialDirectory(folder.get().toFile());
        List<FileChooser.ExtensionFilter> filters =
                List.of(
                        filter(messages.text("export.csv"), ExportFormat.CSV),
                        filter(messages.text("export.json"), ExportFormat.JSON),
                        filter(messages.text("export.console"), ExportFormat.CONSOLE));
        chooser.getExtensionFilters().setAll(filters);
        chooser.setSelectedExtensionFilter(filters.get(proposed.ordinal()));
        Optional<File> file = ask(chooser, owner);
        file.map(chosen -> chosen.toPath().getParent()).ifPresent(folder::remember);
        int filter = filters.indexOf(chooser.getSelectedExtensionFilter());
        ExportFormat format = filter < 0 ? proposed : ExportFormat.values()[filter];
        return file.map(chosen -> new Choice(chosen.toPath(), format));
    }

    private static Optional<File> ask(FileChooser chooser, Optional<Window> owner) {
        try {
            return Optional.ofNullable(chooser.showSaveDialog(owner.orElse(null)));
        } catch (IllegalArgumentException folderIsGone) {
            // To look before the chooser does would be to wait for the disk twice.
            chooser.setInitialDirectory(null);
            return Optional.ofNullable(chooser.showSaveDialog(owner.orElse(null)));
        }
    }

    private static FileChooser.ExtensionFilter filter(String name, ExportFormat format) {
        return new FileChooser.ExtensionFilter(name, "*" + format.suffix());
    }
}
