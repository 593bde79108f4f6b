package pingmonitor.ui.forward;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pingmonitor.router.Forwarding;
import pingmonitor.router.ForwardingEvent;
import pingmonitor.router.ForwardingState;
import pingmonitor.router.Protocol;

/**
 * What there is to show of a forwarding.
 *
 * @param known everything that is known of the one under way; empty when there is none
 * @param asked the ways in which the router was asked this time
 * @param taken ports that belong to somebody else, of this time
 * @param ended how the one before ended, until the router is asked again
 * @param leftovers ports closed that an earlier program had left open
 */
record Progress(
        Optional<Forwarding> known,
        Set<Protocol> asked,
        List<ForwardingEvent.PortTaken> taken,
        Optional<ForwardingState.Closed> ended,
        List<Integer> leftovers)
        implements ForwardingEvent.Visitor<Progress> {

    static final Progress NONE =
            new Progress(Optional.empty(), Set.of(), List.of(), Optional.empty(), List.of());

    /** With one step more; what is known comes from elsewhere. */
    Progress after(ForwardingEvent event) {
        return event.accept(this);
    }

    @Override
    public Progress looked(ForwardingEvent.Looked looked) {
        return this;
    }

    @Override
    public Progress asking(ForwardingEvent.Asking asking) {
        Set<Protocol> more = EnumSet.of(asking.protocol());
        more.addAll(asked);
        return new Progress(known, more, taken, ended, leftovers);
    }

    @Override
    public Progress answered(ForwardingEvent.Answered answered) {
        return this;
    }

    @Override
    public Progress portTaken(ForwardingEvent.PortTaken port) {
        return new Progress(known, asked, with(taken, port), ended, leftovers);
    }

    @Override
    public Progress changed(ForwardingEvent.Changed changed) {
        return after(changed.state());
    }

    @Override
    public Progress warned(ForwardingEvent.Warned warned) {
        return this;
    }

    @Override
    public Progress leftoverRemoved(ForwardingEvent.LeftoverRemoved removed) {
        return afterRemoving(List.of(removed.externalPort()));
    }

    private Progress after(ForwardingState state) {
        if (state instanceof ForwardingState.Asking) {
            return new Progress(known, Set.of(), List.of(), Optional.empty(), leftovers);
        } else if (state instanceof ForwardingState.Closed closed) {
            boolean toTell = closed.removal() != ForwardingState.Removal.NONE_NEEDED;
            return new Progress(
                    known, Set.of(), List.of(), toTell ? Optional.of(closed) : ended, leftovers);
        }
        return this;
    }

    /** With further ports that were closed. */
    Progress afterRemoving(List<Integer> ports) {
        List<Integer> all = new ArrayList<>(leftovers);
        all.addAll(ports);
        return new Progress(known, asked, taken, ended, List.copyOf(all));
    }

    /** With what is known now. */
    Progress knowing(Optional<Forwarding> now) {
        return new Progress(now, asked, taken, ended, leftovers);
    }

    private static <T> List<T> with(List<T> before, T one) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return List.copyOf(all);
    }
}
