package pingmonitor.ui.ping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
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
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final BooleanProperty untilStopped = new SimpleBooleanProperty();
    private final BooleanProperty fixedRate = new SimpleBooleanProperty();
    private final ObjectProperty<AddressFamily> family =
            new SimpleObjectProperty<>(AddressFamily.ANY);
    private final BooleanProperty verdicts = new SimpleBooleanProperty(true);
    private final BooleanProperty optionsOpen = new SimpleBooleanProperty();
    private final ObservableMap<Field, Problem> problems =
            FXCollections.observableMap(new EnumMap<>(Field.class));

    /** An empty form. The message of a field disappears as soon as its text is valid. */
    public PingFormModel() {
        for (Field field : EnumSet.complementOf(EnumSet.of(Field.NONE))) {
            StringProperty text = new SimpleStringProperty("");
            text.addListener((property, was, is) -> recheckIfWrong(field));
            texts.put(field, text);
        }
        untilStopped.addListener((property, was, is) -> problems.remove(Field.COUNT));
        fixedRate.addListener(
                (property, was, is) -> {
                    problems.remove(Field.PAUSE);
                    problems.remove(Field.INTERVAL);
                });
    }

    /** The text of a field, as typed; of any but {@link Field#NONE}. */
    public StringProperty text(Field field) {
        return texts.get(field);
    }

    public BooleanProperty untilStoppedProperty() {
        return untilStopped;
    }

    /** Whether pings leave at a fixed rate instead of waiting for each reply. */
    public BooleanProperty fixedRateProperty() {
        return fixedRate;
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

    /** Everything that the plan is made of. */
    public List<Observable> inputs() {
        List<Observable> inputs = new ArrayList<>(texts.values());
        inputs.addAll(List.of(untilStopped, fixedRate, family, verdicts));
        return inputs;
    }

    /** What is known to be wrong, by field. */
    public ObservableMap<Field, Problem> problems() {
        return problems;
    }

    /** Checks one field. A server given together with its port is taken apart first. */
    public void check(Field field) {
        if (field == Field.HOST) {
            takeApart(typed(Field.HOST));
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
            takeApart(typed(Field.HOST));
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
        texts.keySet().forEach(this::check);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PingPlan(
                        value(PlanInput.host(typed(Field.HOST))),
                        value(PlanInput.port(typed(Field.PORT))),
                        family.get(),
                        untilStopped.get()
                                ? PingPlan.UNTIL_STOPPED
                                : value(PlanInput.count(typed(Field.COUNT))),
                        value(PlanInput.timeout(typed(Field.TIMEOUT))),
                        pacing(),
                        value(PlanInput.messageBytes(typed(Field.SIZE))),
                        verdicts.get()));
    }

    private Pacing pacing() {
        return fixedRate.get()
                ? new Pacing.FixedRate(value(PlanInput.interval(typed(Field.INTERVAL))))
                : new Pacing.StopAndWait(value(PlanInput.pause(typed(Field.PAUSE))));
    }

    private boolean takeApart(String text) {
        Optional<HostAndPort> both = PlanInput.hostAndPort(text);
        both.ifPresent(
                parts -> {
                    text(Field.PORT).set(parts.port());
                    text(Field.HOST).set(parts.host());
                    recheck(Field.PORT);
                    recheck(Field.HOST);
                });
        return both.isPresent();
    }

    private Validated<?> checked(Field field) {
        String text = field == Field.NONE ? "" : typed(field);
        return switch (field) {
            // Server and port in one are taken apart only when the field is left.
            case HOST ->
                    PlanInput.host(PlanInput.hostAndPort(text).map(HostAndPort::host).orElse(text));
            case PORT -> PlanInput.port(text);
            case COUNT -> untilStopped.get() ? Validated.valid(text) : PlanInput.count(text);
            case TIMEOUT -> PlanInput.timeout(text);
            case PAUSE -> fixedRate.get() ? Validated.valid(text) : PlanInput.pause(text);
            case INTERVAL -> fixedRate.get() ? PlanInput.interval(text) : Validated.valid(text);
            case SIZE -> PlanInput.messageBytes(text);
            case NONE -> Validated.valid(text);
        };
    }

    private void recheckIfWrong(Field field) {
        if (problems.containsKey(field)) {
            recheck(field);
        }
    }

    private String typed(Field field) {
        return texts.get(field).get();
    }

    private static <T> T value(Validated<T> checked) {
        return checked.valueIfValid().orElseThrow();
    }
}
