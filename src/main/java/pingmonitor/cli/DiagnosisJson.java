package pingmonitor.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import pingmonitor.diagnosis.Action;
import pingmonitor.diagnosis.DiagnosisText;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.Firewall;
import pingmonitor.diagnosis.Step;

/** What may be wrong with a run as JSON. Described in src/docs/json-and-csv.md. */
final class DiagnosisJson {
    private final DiagnosisText text;

    DiagnosisJson(Locale locale) {
        this.text = DiagnosisText.inTerminal(locale);
    }

    JsonObject of(List<Finding> findings, int port) {
        JsonObject json = JsonLines.event("diagnosis");
        JsonArray all = new JsonArray();
        findings.forEach(finding -> all.add(of(finding, port)));
        json.add("findings", all);
        return json;
    }

    private JsonObject of(Finding finding, int port) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", finding.cause().word());
        json.addProperty("message", text.of(finding));
        JsonArray steps = new JsonArray();
        finding.steps().forEach(step -> steps.add(of(step, port)));
        json.add("steps", steps);
        return json;
    }

    private JsonObject of(Step step, int port) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", step.action().word());
        json.addProperty("message", text.of(step));
        if (step.action() == Action.OPEN_FIREWALL) {
            JsonObject commands = new JsonObject();
            for (Firewall firewall : Firewall.values()) {
                commands.addProperty(firewall.word(), firewall.command(port));
            }
            json.add("commands", commands);
        }
        return json;
    }
}
