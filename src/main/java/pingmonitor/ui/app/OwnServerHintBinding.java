package pingmonitor.ui.app;

import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import pingmonitor.ping.Problem.Field;
import pingmonitor.ping.Validated;
import pingmonitor.ping.input.PlanInput;
import pingmonitor.text.AddressText;
import pingmonitor.ui.ping.PingFormModel;
import pingmonitor.ui.results.OwnServerHint;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/** Compares the form's address with the own server's, and follows both. Asks no name server. */
final class OwnServerHintBinding {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "::1");

    private OwnServerHintBinding() {}

    /** The hint at any time. FX thread only. */
    static ObservableValue<OwnServerHint> from(PingFormModel form, ServerModel server) {
        return Bindings.createObjectBinding(
                () -> now(form, server),
                form.text(Field.HOST),
                form.text(Field.PORT),
                server.portTextProperty(),
                server.stateProperty(),
                server.addressesProperty());
    }

    private static OwnServerHint now(PingFormModel form, ServerModel server) {
        boolean on = server.stateProperty().get() instanceof ServerState.On;
        Optional<Integer> port =
                server.stateProperty().get() instanceof ServerState.On running
                        ? Optional.of(running.port())
                        : PlanInput.port(server.portTextProperty().get()).valueIfValid();
        if (port.isEmpty()) {
            return OwnServerHint.USUAL;
        }
        boolean samePort = PlanInput.port(form.text(Field.PORT).get()).valueIfValid().equals(port);
        return new OwnServerHint(
                on,
                samePort && leadsHere(PlanInput.host(form.text(Field.HOST).get()), server),
                Integer.toString(port.get()));
    }

    private static boolean leadsHere(Validated<String> host, ServerModel server) {
        return host.valueIfValid()
                .filter(
                        typed ->
                                THIS_COMPUTER.contains(typed)
                                        || server.addressesProperty().get().stream()
                                                .map(each -> AddressText.of(each.address()))
                                                .anyMatch(typed::equals))
                .isPresent();
    }
}
