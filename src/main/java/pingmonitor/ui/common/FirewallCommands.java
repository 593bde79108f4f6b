package pingmonitor.ui.common;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.diagnosis.DiagnosisText;
import pingmonitor.diagnosis.Firewall;

/** Nodes to choose a firewall, and to copy the command that lets UDP in at a port. */
public final class FirewallCommands {
    private final DiagnosisText text;
    private final int port;
    private final Parent root;

    @FXML private ComboBox<Firewall> choice;
    @FXML private HBox commandRow;
    @FXML private Label command;
    @FXML private Button copy;
    @FXML private FittingTooltip copyTip;
    @FXML private Label hint;

    private FirewallCommands(DiagnosisText text, int port, List<Firewall> offered) {
        this.text = text;
        this.port = port;
        this.root = Fxml.load(this, "firewall-commands.fxml");
        choice.setPromptText(text.chooseFirewall());
        choice.setAccessibleText(text.chooseFirewall());
        choice.setConverter(new ChoiceNames<>(text::of));
        choice.getItems().setAll(offered);
        NodeVisibility.set(choice, offered.size() > 1);
        choice.valueProperty().addListener((property, was, is) -> show());
        copyTip.setText(text.copyCommand());
        new CopyButton(copy, Feather.COPY, text.copyCommand(), text.commandCopied())
                .copies(command::getText);
        show();
    }

    /** For a server on another computer: offers every firewall and chooses none. */
    public static FirewallCommands ofAny(DiagnosisText text, int port) {
        return new FirewallCommands(text, port, List.of(Firewall.values()));
    }

    /** For a server on this computer: offers the firewalls of its system and chooses the likeliest. */
    public static FirewallCommands here(DiagnosisText text, int port, Firewall likeliest) {
        FirewallCommands commands = new FirewallCommands(text, port, likeliest.ofSameSystem());
        commands.choice.setValue(likeliest);
        return commands;
    }

    /** Its nodes. */
    public Parent root() {
        return root;
    }

    private void show() {
        Optional<Firewall> chosen = Optional.ofNullable(choice.getValue());
        chosen.ifPresent(
                firewall -> {
                    command.setText(firewall.command(port));
                    hint.setText(text.hint(firewall));
                });
        NodeVisibility.set(commandRow, chosen.isPresent());
        NodeVisibility.set(hint, chosen.isPresent());
    }
}
