package pingmonitor.ui.ping;

import java.util.EnumMap;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Problem.Field;
import pingmonitor.ping.Validated;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.ping.input.PlanInput;

/** State of the form: its texts as typed, and what is wrong with them. It outlives the form's nodes. FX thread only. */
public final class PingFormModel {
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty count = new SimpleStringProperty("");
    private final BooleanProperty untilStopped = new SimpleBooleanProperty();
    private final StringProperty timeout = new SimpleStringProperty("");
    private final StringProperty pause = new SimpleStringProperty("");
    private final BooleanProperty fixedRate = new SimpleBooleanProperty();
    private final StringProperty interval = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty("");
    private final ObjectProperty<AddressFamily> family =
            new SimpleObjectProperty<>(AddressFamily.ANY);
    private final BooleanProperty verdicts = new SimpleBooleanProperty(true);
    private final BooleanProperty optionsOpen = new SimpleBooleanProperty();
    private final ObservableMap<Field, Problem> problems =
            FXCollections.observableMap(new EnumMap<>(Field.class));

    /** An empty form. The message of a field disappears as soon as its text is valid. */
    public PingFormModel() {
        recheckOnTyping(host, Field.HOST);
        recheckOnTyping(port, Field.PORT);
        recheckOnTyping(count, Field.COUNT);
        recheckOnTyping(timeout, Field.TIMEOUT);
        recheckOnTyping(pause, Field.PAUSE);
        recheckOnTyping(interval, Field.INTERVAL);
        recheckOnTyping(size, Field.SIZE);
        untilStopped.addListener((property, was, is) -> problems.remove(Field.COUNT));
        fixedRate.addListener(
                (property, was, is) -> {
                    problems.remove(Field.PAUSE);
                    problems.remove(Field.INTERVAL);
                });
    }

    public StringProperty hostProperty() {
        return host;
    }

    public StringProperty portProperty() {
        return port;
    }

    public StringProperty countProperty() {
        return count;
    }

    public BooleanProperty untilStoppedProperty() {
        return untilStopped;
    }

    public StringProperty timeoutProperty() {
        return timeout;
    }

    public StringProperty pauseProperty() {
        return pause;
    }

    /** Whether pings leave at a fixed rate instead of waiting for each reply. */
    public BooleanProperty fixedRateProperty() {
        return fixedRate;
    }

    public StringProperty intervalProperty() {
        return interval;
    }

    public StringProperty sizeProperty() {
        return size;
    }

    /** Which of a name's addresses to use. */
    public ObjectProperty<AddressFamily> familyProperty() {
        return family;
    }

    /** Whether to ask the server where pings were lost. */
    public BooleanProperty verdictsProperty() {
        return verdicts;
    }

    /** Whether the options are unfolded. */
    public BooleanProperty optionsOpenProperty() {
        return optionsOpen;
    }

    /** What is known to be wrong, by field. */
    public ObservableMap<Field, Problem> problems() {
        return problems;
    }

    /** Checks one field. A server given together with its port is taken apart first. */
    public void check(Field field) {
        if (field == Field.HOST) {
            takeApart(host.get());
        }
        recheck(field);
    }

    private void recheck(Field field) {
        Optional<Problem> problem = checked(field).problemIfInvalid();
        problem.ifPresentOrElse(found -> problems.put(field, found), () -> problems.remove(field));
    }

    /**
     * Checks a field that the person leaves. A problem that only a run found out stays, since the text is the same.
     */
    public void leave(Field field) {
        if (!problems.containsKey(field)) {
            check(field);
        } else if (field == Field.HOST) {
            takeApart(host.get());
        }
    }

    /**
     * Fills in server and port from a pasted invitation or an address with its port, and checks both. It replaces what
     * stood there. Any other text is left to be pasted.
     *
     * @return whether it took the text
     */
    boolean takePasted(String pasted) {
        return takeApart(pasted);
    }

    /** Shows a problem that only the run found out, such as an unknown name, beside the field it is about. */
    public void showProblem(Problem problem) {
        if (problem.kind().field() != Field.NONE) {
            problems.put(problem.kind().field(), problem);
        }
    }

    /** The plan that the form describes; empty, and every problem shown, when something is wrong. */
    public Optional<PingPlan> plan() {
        for (Field field : Field.values()) {
            check(field);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PingPlan(
                        value(PlanInput.host(host.get())),
                        value(PlanInput.port(port.get())),
                        family.get(),
                        untilStopped.get()
                                ? PingPlan.UNTIL_STOPPED
                                : value(PlanInput.count(count.get())),
                        value(PlanInput.timeout(timeout.get())),
                        pacing(),
                        value(PlanInput.messageBytes(size.get())),
                        verdicts.get()));
    }

    private Pacing pacing() {
        return fixedRate.get()
                ? new Pacing.FixedRate(value(PlanInput.interval(interval.get())))
                : new Pacing.StopAndWait(value(PlanInput.pause(pause.get())));
    }

    private boolean takeApart(String text) {
        Optional<HostAndPort> both = PlanInput.hostAndPort(text);
        both.ifPresent(
                parts -> {
                    port.set(parts.port());
                    host.set(parts.host());
                    recheck(Field.PORT);
                    recheck(Field.HOST);
                });
        return both.isPresent();
    }

    private Validated<?> checked(Field field) {
        switch (field) {
            case HOST:
                // Server and port in one are taken apart only when the field is left.
                return PlanInput.host(
                        PlanInput.hostAndPort(host.get())
                                .map(HostAndPort::host)
                                .orElseGet(host::get));
            case PORT:
                return PlanInput.port(port.get());
            case COUNT:
                return untilStopped.get()
                        ? Validated.valid(PingPlan.UNTIL_STOPPED)
                        : PlanInput.count(count.get());
            case TIMEOUT:
                return PlanInput.timeout(timeout.get());
            case PAUSE:
                return fixedRate.get() ? Validated.valid(field) : PlanInput.pause(pause.get());
            case INTERVAL:
                return fixedRate.get()
                        ? PlanInput.interval(interval.get())
                        : Validated.valid(field);
            case SIZE:
                return PlanInput.messageBytes(size.get());
            default:
                return Validated.valid(field);
        }
    }

    private void recheckOnTyping(StringProperty text, Field field) {
        text.addListener(
                (property, was, is) -> {
                    if (problems.containsKey(field)) {
                        recheck(field);
                    }
                });
    }

    private static <T> T value(Validated<T> checked) {
        return checked.valueIfValid().orElseThrow();
    }
}
