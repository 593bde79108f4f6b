package pingmonitor.ping;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.wire.ReplyContent;

/**
 * Decides which ping of a run a datagram answers, and how it names it: by number and time; by time; by being alone on
 * its port; by number. A datagram that could answer several pings answers none. Not safe for threads.
 */
final class ReplyMatcher {
    /**
     * A ping that is answered.
     *
     * @param how the datagram names it
     */
    record Match(InFlightPing ping, ReplyMatch how) {}

    private final PingRegister book;
    private final ServerNumbering numbering = new ServerNumbering();

    ReplyMatcher(PingRegister book) {
        this.book = book;
    }

    /** The ping that a datagram names by number and time. */
    Optional<Match> verified(ReplyContent content) {
        return content.sequence().isEmpty()
                ? Optional.empty()
                : book.find(content.sequence().getAsLong())
                        .filter(ping -> content.answers(ping.request))
                        .map(ping -> new Match(ping, verifiedBy(content, ping)));
    }

    /**
     * The ping that a datagram answers that names none by {@code Ping <number> <time>}.
     *
     * @param from the port that it came in by: a reply to a ping comes back to where that left from
     * @param anyVerified whether the server sent back number and time of any ping: then what names no ping is something
     *     that it says beside its replies
     */
    Optional<Match> unverified(PingSocket from, ReplyContent content, boolean anyVerified) {
        if (content.isMeantAsAnswer()) {
            return Optional.empty();
        }
        return byTime(from, content)
                .or(() -> alone(from, content))
                .or(() -> byNumber(from, content))
                .filter(match -> !anyVerified || !isAboutAnother(content, match));
    }

    private static ReplyMatch verifiedBy(ReplyContent content, InFlightPing ping) {
        return content.goesOnBehind(ping.request) ? ReplyMatch.LEFTOVER : ReplyMatch.VERIFIED;
    }

    /** Two pings never have the same time, to the microsecond, on the same port. */
    private Optional<Match> byTime(PingSocket from, ReplyContent content) {
        return content.namesAnyTime()
                ? book.latestOf(from, ping -> content.namesTime(ping.request.timeToken()))
                        .map(ping -> new Match(ping, byTime(content, ping)))
                : Optional.empty();
    }

    private static ReplyMatch byTime(ReplyContent content, InFlightPing ping) {
        if (content.names(ping.sequence())) {
            return ReplyMatch.VERIFIED;
        }
        return content.onlyNumber().isPresent()
                ? ReplyMatch.TIME_WITH_OTHER_NUMBER
                : ReplyMatch.TIME_ONLY;
    }

    /**
     * The only ping that can be meant on its port, unless the server's numbers tell that it is an earlier one's copy.
     */
    private Optional<Match> alone(PingSocket from, ReplyContent content) {
        Optional<InFlightPing> meant = from.meant();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        InFlightPing ping = meant.get();
        OptionalLong number = content.onlyNumber();
        if (content.names(ping.sequence())) {
            numbering.learn(ping.sequence(), ping.sequence());
            return Optional.of(new Match(ping, byNumber(content, ping)));
        }
        Optional<InFlightPing> earlier = earlier(from, ping, number);
        if (earlier.isPresent()) {
            return earlier.map(each -> new Match(each, byNumber(content, each)));
        }
        if (number.isEmpty()) {
            return Optional.of(new Match(ping, ReplyMatch.UNNAMED));
        }
        if (!ping.answered()) {
            numbering.learn(ping.sequence(), number.getAsLong());
        }
        return Optional.of(new Match(ping, ReplyMatch.OTHER_NUMBER));
    }

    /** A server that sends back numbers and times would have sent this ping's. */
    private static boolean isAboutAnother(ReplyContent content, Match match) {
        return match.how() == ReplyMatch.UNNAMED
                || match.how() == ReplyMatch.OTHER_NUMBER
                || match.how() == ReplyMatch.OTHER_TIME && content.namesPing();
    }

    private Optional<InFlightPing> earlier(
            PingSocket from, InFlightPing meant, OptionalLong number) {
        return number.stream()
                .boxed()
                .flatMap(said -> numbering.sequenceOf(said).stream().boxed())
                .filter(sequence -> sequence != meant.sequence())
                .flatMap(sequence -> book.find(sequence).stream())
                .filter(ping -> ping.link == from)
                .findFirst();
    }

    /** Several pings of a port may be meant. */
    private Optional<Match> byNumber(PingSocket from, ReplyContent content) {
        List<InFlightPing> named =
                content.numbers().stream()
                        .flatMap(number -> book.find(number).stream())
                        .filter(ping -> ping.link == from)
                        .distinct()
                        .toList();
        return named.size() == 1
                ? Optional.of(new Match(named.get(0), byNumber(content, named.get(0))))
                : Optional.empty();
    }

    private static ReplyMatch byNumber(ReplyContent content, InFlightPing ping) {
        if (!content.names(ping.sequence())) {
            return ReplyMatch.OTHER_NUMBER;
        }
        if (content.namesRoughly(ping.request.timeToken())) {
            return ReplyMatch.ROUGH_TIME;
        }
        return content.namesAnyTime() ? ReplyMatch.OTHER_TIME : ReplyMatch.NUMBER_ONLY;
    }
}
