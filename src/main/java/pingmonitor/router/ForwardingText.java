package pingmonitor.router;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;

/** Puts a forwarding into words, for the window and the terminal. */
public final class ForwardingText {
    private final Messages messages;
    private final DateTimeFormatter time;

    /** Words in the language of the locale, with the times of this machine. */
    public ForwardingText(Locale locale) {
        this(locale, ZoneId.systemDefault());
    }

    ForwardingText(Locale locale, ZoneId zone) {
        this.messages = Messages.beside(ForwardingText.class, locale);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    /** The name of a protocol. */
    public String name(Protocol protocol) {
        return switch (protocol) {
            case PCP -> messages.text("protocol.pcp");
            case NAT_PMP -> messages.text("protocol.natPmp");
            case UPNP -> messages.text("protocol.upnp");
        };
    }

    /** What to enter in the router's page, in one line. */
    public String byHand(ManualEntry entry) {
        String router = entry.gateway().page().toString();
        String external = Integer.toString(entry.externalPort());
        String own = AddressText.of(entry.gateway().ownAddress());
        String internal = Integer.toString(entry.internalPort());
        return entry.gateway().certain()
                ? messages.text("byHand", router, external, own, internal)
                : messages.text("byHand.guessed", router, external, own, internal);
    }

    /** That no router is known. */
    public String noRouter() {
        return messages.text("noRouter");
    }

    /** That a router is being asked. */
    public String asking(ForwardingEvent.Asking asking) {
        return messages.text("asking", AddressText.of(asking.router()), name(asking.protocol()));
    }

    /** What came of asking in one way. */
    public String attempt(MappingAttempt attempt) {
        String name = name(attempt.protocol());
        if (attempt.outcome() instanceof MappingAttempt.Granted granted) {
            return messages.text(
                    "attempt.granted", name, Integer.toString(granted.mapping().externalPort()));
        } else if (attempt.outcome() instanceof MappingAttempt.Refused refused) {
            return messages.text("attempt.refused", name, refusal(refused.refusal()));
        }
        return messages.text("attempt.notNeeded", name);
    }

    /** Why it was not granted, as a part of a sentence, with the router's own number and words. */
    public String refusal(MappingRefusal refusal) {
        String said =
                refusal.code().isPresent()
                        ? refusal.code().getAsInt()
                                + (refusal.detail().isEmpty() ? "" : " " + refusal.detail())
                        : refusal.detail();
        String why = why(refusal.kind());
        return said.isEmpty() ? why : messages.text("refusal.said", why, said);
    }

    private String why(MappingRefusal.Kind kind) {
        return switch (kind) {
            case NO_ANSWER -> messages.text("refusal.noAnswer");
            case NOT_OFFERED -> messages.text("refusal.notOffered");
            case NOT_ALLOWED -> messages.text("refusal.notAllowed");
            case NO_OUTSIDE -> messages.text("refusal.noOutside");
            case FULL -> messages.text("refusal.full");
            case PORT_TAKEN -> messages.text("refusal.portTaken");
            case ONLY_PERMANENT -> messages.text("refusal.onlyPermanent");
            case OTHER_ADDRESS -> messages.text("refusal.otherAddress");
            case UNSUPPORTED -> messages.text("refusal.unsupported");
            case NONSENSE -> messages.text("refusal.nonsense");
            case ELSEWHERE -> messages.text("refusal.elsewhere");
            case NOT_SENT -> messages.text("refusal.notSent");
            case NOT_NOTED -> messages.text("refusal.notNoted");
            case OTHER -> messages.text("refusal.other");
        };
    }

    /** That a port belongs to somebody else. */
    public String portTaken(ForwardingEvent.PortTaken taken) {
        String port = Integer.toString(taken.port());
        return taken.next().isPresent()
                ? messages.text("portTaken", port, Integer.toString(taken.next().getAsInt()))
                : messages.text("portTaken.noOther", port);
    }

    /** How a forwarding stands, in one or two sentences. */
    public String state(ForwardingState state) {
        if (state instanceof ForwardingState.Looking) {
            return messages.text("state.looking");
        } else if (state instanceof ForwardingState.NeedsConsent) {
            return messages.text("state.needsConsent");
        } else if (state instanceof ForwardingState.Asking) {
            return messages.text("state.asking");
        } else if (state instanceof ForwardingState.NeedsPermanent permanent) {
            return messages.text(
                    "state.needsPermanent", Integer.toString(permanent.externalPort()));
        } else if (state instanceof ForwardingState.Standing standing) {
            return standing(standing.mapping());
        } else if (state instanceof ForwardingState.Failed failed) {
            return messages.text("state.failed", why(failed.why()), time(failed.nextTry()));
        } else if (state instanceof ForwardingState.Closing) {
            return messages.text("state.closing");
        } else if (state instanceof ForwardingState.Closed closed) {
            return removal(closed);
        }
        throw new IllegalArgumentException("no text for " + state);
    }

    /** Address and port to give away; the port alone where the router does not tell its address. */
    public String toGive(Mapping mapping) {
        String port = Integer.toString(mapping.externalPort());
        return mapping.externalAddress()
                .map(address -> AddressText.withPort(address, mapping.externalPort()))
                .orElseGet(() -> messages.text("toGive.portOnly", port));
    }

    /**
     * What the person enters in the router that is before this one, whose own outside address is private, so that the
     * port is reached from the internet.
     */
    public String nextRouter(Mapping mapping) {
        String port = Integer.toString(mapping.externalPort());
        String address = mapping.externalAddress().map(AddressText::of).orElse("");
        return messages.text("nextRouter", port, address, toGive(mapping));
    }

    /** For how long the router is asked at a time, in its largest whole unit. */
    public String lease(Duration lease) {
        if (isWhole(lease, Duration.ofHours(1))) {
            return messages.text("lease.hours", lease.toHours());
        } else if (isWhole(lease, Duration.ofMinutes(1))) {
            return messages.text("lease.minutes", lease.toMinutes());
        }
        return messages.text("lease.seconds", lease.toSeconds());
    }

    private static boolean isWhole(Duration lease, Duration unit) {
        return !lease.isZero() && lease.toSeconds() % unit.toSeconds() == 0;
    }

    private String standing(Mapping mapping) {
        String stands = stands(mapping);
        String name = name(mapping.protocol());
        return mapping.lease()
                .map(
                        lease ->
                                messages.text(
                                        "state.standing",
                                        stands,
                                        name,
                                        lease(lease),
                                        time(mapping.renewAt())))
                .orElseGet(() -> messages.text("state.standing.permanent", stands, name));
    }

    /** An address that the internet has no way to is none to give away. */
    private String stands(Mapping mapping) {
        String toGive = toGive(mapping);
        String inside =
                AddressText.withPort(mapping.gateway().ownAddress(), mapping.internalPort());
        return mapping.isForTheInternet()
                ? messages.text("standing.forwarded", toGive, inside)
                : messages.text("standing.inside", toGive, inside);
    }

    private String why(ForwardingState.Why why) {
        return switch (why) {
            case NO_ROUTER -> messages.text("failed.noRouter");
            case REFUSED -> messages.text("failed.refused");
            case LOST -> messages.text("failed.lost");
        };
    }

    private String removal(ForwardingState.Closed closed) {
        return switch (closed.removal()) {
            case NONE_NEEDED -> messages.text("removal.none");
            case REMOVED -> messages.text("removal.removed");
            case ENDS_WITH_LEASE ->
                    messages.text("removal.lease", time(closed.endsAt().orElseThrow()));
            case LEFT_FOR_NEXT_START -> messages.text("removal.nextStart");
        };
    }

    /**
     * What is to be feared of the network outside, and what helps.
     *
     * @param outside the router's address there, as it told
     */
    public String warning(NatWarning warning, Optional<InetAddress> outside) {
        String address = outside.map(AddressText::of).orElse("");
        return switch (warning) {
            case DOUBLE_NAT -> messages.text("warning.doubleNat", address);
            case CARRIER_NAT -> messages.text("warning.carrierNat", address);
            case SEEN_OTHERWISE -> messages.text("warning.seenOtherwise", address);
        };
    }

    /** That a mapping of an earlier program is gone. */
    public String leftoverRemoved(int externalPort) {
        return messages.text("leftoverRemoved", Integer.toString(externalPort));
    }

    private String time(Instant at) {
        return time.format(at);
    }
}
