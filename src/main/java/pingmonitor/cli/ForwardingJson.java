package pingmonitor.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.report.SessionExport;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.MappingRefusal;
import pingmonitor.text.AddressText;

/** The steps of a port forwarding as JSON. Described in src/docs/json-and-csv.md. */
final class ForwardingJson implements ForwardingEvent.Visitor<JsonObject> {
    private ForwardingJson() {}

    static JsonObject of(ForwardingEvent event) {
        return event.accept(new ForwardingJson());
    }

    @Override
    public JsonObject looked(ForwardingEvent.Looked looked) {
        JsonObject json = JsonLines.event("router");
        looked.byHand()
                .ifPresent(
                        entry -> {
                            json.addProperty("router", AddressText.of(entry.gateway().address()));
                            json.addProperty("certain", entry.gateway().certain());
                            json.addProperty("page", entry.gateway().page().toString());
                            json.addProperty("protocol", "udp");
                            json.addProperty("externalPort", entry.externalPort());
                            json.addProperty(
                                    "internalAddress",
                                    AddressText.of(entry.gateway().ownAddress()));
                            json.addProperty("internalPort", entry.internalPort());
                        });
        return json;
    }

    @Override
    public JsonObject asking(ForwardingEvent.Asking asking) {
        JsonObject json = JsonLines.event("mapping-asked");
        json.addProperty("by", word(asking.protocol()));
        json.addProperty("router", AddressText.of(asking.router()));
        return json;
    }

    @Override
    public JsonObject answered(ForwardingEvent.Answered answered) {
        return attempt(answered.attempt());
    }

    @Override
    public JsonObject portTaken(ForwardingEvent.PortTaken taken) {
        JsonObject json = JsonLines.event("mapping-port-taken");
        json.addProperty("by", word(taken.protocol()));
        json.addProperty("externalPort", taken.port());
        taken.next().ifPresent(next -> json.addProperty("next", next));
        return json;
    }

    @Override
    public JsonObject changed(ForwardingEvent.Changed changed) {
        return state(changed.state());
    }

    @Override
    public JsonObject warned(ForwardingEvent.Warned warned) {
        JsonObject json = JsonLines.event("mapping-warning");
        JsonArray warnings = new JsonArray();
        warned.warnings().forEach(warning -> warnings.add(word(warning)));
        json.add("warnings", warnings);
        return json;
    }

    @Override
    public JsonObject leftoverRemoved(ForwardingEvent.LeftoverRemoved removed) {
        JsonObject json = JsonLines.event("mapping-leftover-removed");
        json.addProperty("externalPort", removed.externalPort());
        return json;
    }

    private static JsonObject attempt(MappingAttempt attempt) {
        JsonObject json = JsonLines.event("mapping-answer");
        json.addProperty("by", word(attempt.protocol()));
        if (attempt.outcome() instanceof MappingAttempt.Granted granted) {
            json.addProperty("result", "granted");
            json.addProperty("externalPort", granted.mapping().externalPort());
        } else if (attempt.outcome() instanceof MappingAttempt.Refused refused) {
            MappingRefusal refusal = refused.refusal();
            json.addProperty("result", "refused");
            json.addProperty("why", word(refusal.kind()));
            refusal.code().ifPresent(code -> json.addProperty("code", code));
            Optional.of(refusal.detail())
                    .filter(detail -> !detail.isEmpty())
                    .ifPresent(detail -> json.addProperty("detail", detail));
            refusal.externalAddress()
                    .ifPresent(
                            address ->
                                    json.addProperty("externalAddress", AddressText.of(address)));
        } else {
            json.addProperty("result", "not-needed");
        }
        return json;
    }

    private static JsonObject state(ForwardingState state) {
        JsonObject json = JsonLines.event("mapping");
        if (state instanceof ForwardingState.Looking) {
            json.addProperty("state", "looking");
        } else if (state instanceof ForwardingState.NeedsConsent) {
            json.addProperty("state", "needs-consent");
        } else if (state instanceof ForwardingState.Asking) {
            json.addProperty("state", "asking");
        } else if (state instanceof ForwardingState.NeedsPermanent permanent) {
            json.addProperty("state", "needs-permanent");
            json.addProperty("externalPort", permanent.externalPort());
        } else if (state instanceof ForwardingState.Standing standing) {
            json.addProperty("state", "standing");
            mapping(json, standing.mapping());
        } else if (state instanceof ForwardingState.Failed failed) {
            json.addProperty("state", "failed");
            json.addProperty("why", word(failed.why()));
            json.addProperty("nextTryAt", SessionExport.utc(failed.nextTry()));
        } else if (state instanceof ForwardingState.Closing) {
            json.addProperty("state", "closing");
        } else if (state instanceof ForwardingState.Closed closed) {
            json.addProperty("state", "closed");
            json.addProperty("removal", word(closed.removal()));
        }
        return json;
    }

    private static void mapping(JsonObject json, Mapping mapping) {
        json.addProperty("at", SessionExport.utc(mapping.madeAt()));
        json.addProperty("by", word(mapping.protocol()));
        mapping.externalAddress()
                .ifPresent(address -> json.addProperty("externalAddress", AddressText.of(address)));
        json.addProperty("externalPort", mapping.externalPort());
        json.addProperty("internalAddress", AddressText.of(mapping.gateway().ownAddress()));
        json.addProperty("internalPort", mapping.internalPort());
        mapping.lease().ifPresent(lease -> json.addProperty("leaseNanos", lease.toNanos()));
        json.addProperty("renewAt", SessionExport.utc(mapping.renewAt()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
