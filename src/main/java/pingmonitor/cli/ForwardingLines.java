package pingmonitor.cli;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.ForwardingText;
import pingmonitor.router.Mapping;
import pingmonitor.router.MappingAttempt;
import pingmonitor.router.NatWarning;
import pingmonitor.router.Protocol;
import pingmonitor.text.Messages;

/**
 * The steps of a port forwarding in lines for people. What is the same as before, such as a renewal, is not said again.
 */
final class ForwardingLines implements ForwardingEvent.Visitor<List<String>> {
    private final ForwardingText text;
    private final Messages messages;
    private final Map<Protocol, String> attempts = new HashMap<>();
    private Optional<Mapping> mapping = Optional.empty();

    /** The router's address outside, where it told although it refused. */
    private Optional<InetAddress> told = Optional.empty();

    private Optional<ForwardingState.Why> failure = Optional.empty();

    ForwardingLines(Locale locale) {
        this.text = new ForwardingText(locale);
        this.messages = Messages.beside(ForwardingLines.class, locale);
    }

    List<String> of(ForwardingEvent event) {
        return event.accept(this);
    }

    @Override
    public List<String> looked(ForwardingEvent.Looked looked) {
        return List.of(looked.byHand().map(text::byHand).orElseGet(text::noRouter));
    }

    @Override
    public List<String> asking(ForwardingEvent.Asking asking) {
        return List.of();
    }

    @Override
    public List<String> answered(ForwardingEvent.Answered answered) {
        return attempt(answered.attempt());
    }

    @Override
    public List<String> portTaken(ForwardingEvent.PortTaken taken) {
        return List.of(text.portTaken(taken));
    }

    @Override
    public List<String> changed(ForwardingEvent.Changed changed) {
        return state(changed.state());
    }

    @Override
    public List<String> warned(ForwardingEvent.Warned warned) {
        Optional<InetAddress> outside = mapping.flatMap(Mapping::externalAddress).or(() -> told);
        // Of those that the address alone tells it was warned before the forwarding was told.
        List<NatWarning> said = mapping.map(Mapping::warnings).orElse(List.of());
        return warned.warnings().stream()
                .filter(warning -> !said.contains(warning))
                .map(warning -> text.warning(warning, outside))
                .toList();
    }

    @Override
    public List<String> leftoverRemoved(ForwardingEvent.LeftoverRemoved removed) {
        return List.of(text.leftoverRemoved(removed.externalPort()));
    }

    private List<String> attempt(MappingAttempt attempt) {
        if (attempt.outcome() instanceof MappingAttempt.Refused refused) {
            told = refused.refusal().externalAddress().or(() -> told);
        }
        String line = text.attempt(attempt);
        return line.equals(attempts.put(attempt.protocol(), line)) ? List.of() : List.of(line);
    }

    private List<String> state(ForwardingState state) {
        if (state instanceof ForwardingState.Standing standing) {
            boolean isNews = mapping.filter(before -> isSame(before, standing.mapping())).isEmpty();
            mapping = Optional.of(standing.mapping());
            failure = Optional.empty();
            return isNews ? standing(standing) : List.of();
        } else if (state instanceof ForwardingState.Failed failed) {
            mapping = Optional.empty();
            boolean isNews = failure.filter(failed.why()::equals).isEmpty();
            failure = Optional.of(failed.why());
            return isNews ? List.of(text.state(state)) : List.of();
        } else if (state instanceof ForwardingState.NeedsPermanent) {
            List<String> lines = new ArrayList<>();
            lines.add(text.state(state));
            lines.add(messages.text("serve.mapping.permanent", "--map-permanent"));
            return lines;
        } else if (state instanceof ForwardingState.Closed) {
            return List.of(text.state(state));
        }
        return List.of();
    }

    /** First what is wrong with it, if something is. */
    private List<String> standing(ForwardingState.Standing standing) {
        Mapping now = standing.mapping();
        List<String> lines = new ArrayList<>();
        now.warnings().stream()
                .map(warning -> text.warning(warning, now.externalAddress()))
                .forEach(lines::add);
        lines.add(text.state(standing));
        if (now.warnings().contains(NatWarning.DOUBLE_NAT)) {
            lines.add(text.nextRouter(now));
        }
        return lines;
    }

    private static boolean isSame(Mapping before, Mapping now) {
        return before.protocol() == now.protocol()
                && before.externalPort() == now.externalPort()
                && before.externalAddress().equals(now.externalAddress());
    }
}
