package pingmonitor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pingmonitor.diagnosis.Action;
import pingmonitor.diagnosis.DiagnosisText;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.Firewall;
import pingmonitor.diagnosis.Step;

/** What may be wrong with a run, as lines for a person. */
final class DiagnosisLines {
    private final DiagnosisText text;

    DiagnosisLines(Locale locale) {
        this.text = DiagnosisText.inTerminal(locale);
    }

    /** A block for each finding, with a blank line before it. */
    List<String> of(List<Finding> findings, int port) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add("");
            lines.add(text.of(finding));
            if (!finding.steps().isEmpty()) {
                lines.add(text.tryNext() + ":");
            }
            int number = 1;
            for (Step step : finding.steps()) {
                lines.add("  " + number++ + ". " + text.of(step));
                if (step.action() == Action.OPEN_FIREWALL) {
                    addCommands(port, lines);
                }
            }
        }
        return lines;
    }

    private void addCommands(int port, List<String> lines) {
        for (Firewall firewall : Firewall.values()) {
            lines.add("     " + text.of(firewall) + ": " + firewall.command(port));
        }
    }
}
