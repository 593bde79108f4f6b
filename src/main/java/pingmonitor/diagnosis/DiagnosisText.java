package pingmonitor.diagnosis;

import java.util.List;
import java.util.Locale;
import pingmonitor.text.Messages;
import pingmonitor.text.TextLanguage;

/** Puts findings into words: what the evidence means, and what to try next. */
public final class DiagnosisText {
    /** Where the numbers stand for choosing between singular and plural, behind the same facts as text. */
    private static final int NUMBERS_FROM = 10;

    private final Messages messages;
    private final FactText facts;

    /** Words in one language, figures as another has them. */
    private DiagnosisText(Locale words, Locale figures) {
        this.messages = Messages.beside(DiagnosisText.class, words);
        this.facts = new FactText(figures);
    }

    /** Words and figures in the language of the locale. */
    public static DiagnosisText inWindow(Locale locale) {
        return new DiagnosisText(locale, TextLanguage.of(locale));
    }

    /** Words in the language of the locale; figures with a decimal point, as everywhere in a terminal. */
    public static DiagnosisText inTerminal(Locale locale) {
        return new DiagnosisText(locale, Locale.ROOT);
    }

    /** Stands above the steps. */
    public String tryNext() {
        return messages.text("tryNext");
    }

    /** What the evidence means, in one or two sentences. */
    public String of(Finding finding) {
        return text(key(finding.cause()), finding.facts());
    }

    /** One thing to try. */
    public String of(Step step) {
        return text(key(step.action()), step.facts());
    }

    /** Which system a firewall's command is for. */
    public String of(Firewall firewall) {
        return messages.text(
                switch (firewall) {
                    case UFW -> "firewall.ufw";
                    case FIREWALLD -> "firewall.firewalld";
                    case NFTABLES -> "firewall.nftables";
                    case WINDOWS -> "firewall.windows";
                    case MACOS -> "firewall.macos";
                });
    }

    /** What there is to know about a firewall's command before it is used. */
    public String hint(Firewall firewall) {
        return messages.text(
                switch (firewall) {
                    case UFW -> "firewall.ufw.hint";
                    case FIREWALLD -> "firewall.firewalld.hint";
                    case NFTABLES -> "firewall.nftables.hint";
                    case WINDOWS -> "firewall.windows.hint";
                    case MACOS -> "firewall.macos.hint";
                });
    }

    /** Stands where no system is chosen yet. */
    public String chooseFirewall() {
        return messages.text("firewall.choose");
    }

    /** What the button beside a command does. */
    public String copyCommand() {
        return messages.text("firewall.copy");
    }

    /** What it has done. */
    public String commandCopied() {
        return messages.text("firewall.copied");
    }

    /** What the button does that follows the step to ping the program's own server. */
    public String pingOwnServer(String port) {
        return messages.text("try.ownServer.ping.now", port);
    }

    private String text(String key, List<Object> about) {
        Object[] arguments = new Object[NUMBERS_FROM + about.size()];
        for (int i = 0; i < about.size(); i++) {
            arguments[i] = facts.of(about.get(i));
            arguments[NUMBERS_FROM + i] = about.get(i);
        }
        return messages.text(key, arguments);
    }

    private static String key(Cause cause) {
        return switch (cause) {
            case NO_NETWORK -> "cause.noNetwork";
            case NAME_NOT_FOUND -> "cause.nameNotFound";
            case NO_ROUTE -> "cause.noRoute";
            case NO_IPV6 -> "cause.noIpv6";
            case SENDING_FORBIDDEN -> "cause.sendingForbidden";
            case OTHER_SOURCE -> "cause.otherSource";
            case ANSWERS_NOW -> "cause.answersNow";
            case ANSWERS_NOW_AFTER_FEW -> "cause.answersNow.few";
            case ANSWERS_SLOWLY -> "cause.answersNow.slowly";
            case QUESTION_ANSWERED -> "cause.questionAnswered";
            case PORT_REFUSED -> "cause.portRefused";
            case PORT_REFUSED_HERE -> "cause.portRefused.here";
            case BOUND_ELSEWHERE -> "cause.boundElsewhere";
            case PORT_OPEN_NOW -> "cause.portOpenNow";
            case PORT_OPEN_FOR_IPV6 -> "cause.portOpenNow.ipv6";
            case OWN_SERVER_AT_OTHER_PORT -> "cause.ownServer.otherPort";
            case OWN_SERVER_ON_NOW -> "cause.ownServer.onNow";
            case PORT_REFUSED_AT_TIMES -> "cause.portRefused.atTimes";
            case SERVER_ENDED -> "cause.serverEnded";
            case SERVER_MAY_HAVE_ENDED -> "cause.serverEnded.perhaps";
            case SERVER_ENDED_AFTER_REPLY -> "cause.serverEnded.afterReply";
            case SERVER_RESTARTED -> "cause.serverRestarted";
            case SERVER_STARTED -> "cause.serverStarted";
            case SERVER_STARTED_SILENT -> "cause.serverStarted.silent";
            case HOST_UNREACHABLE -> "cause.hostUnreachable";
            case HOST_UNREACHABLE_AT_TIMES -> "cause.hostUnreachable.atTimes";
            case NAMES_NO_PING -> "cause.namesNoPing";
            case SOME_NAME_NO_PING -> "cause.namesNoPing.some";
            case SENDS_WHOLE_BUFFER -> "cause.reply.buffer";
            case ROUNDS_TIME -> "cause.reply.roundedTime";
            case NAMES_OWN_TIME -> "cause.reply.ownTime";
            case NAMES_NUMBER_ONLY -> "cause.reply.numberOnly";
            case NAMES_TIME_ONLY -> "cause.reply.timeOnly";
            case NAMES_OWN_NUMBER -> "cause.reply.ownNumber";
            case NAMES_OWN_NUMBER_ONLY -> "cause.reply.ownNumberOnly";
            case SENDS_OWN_TEXT -> "cause.reply.ownText";
            case PRIVATE_ELSEWHERE -> "cause.privateElsewhere";
            case CARRIER_INSIDE -> "cause.carrierInside";
            case LINK_LOCAL_ELSEWHERE -> "cause.linkLocalElsewhere";
            case OWN_PUBLIC_ADDRESS -> "cause.ownPublicAddress";
            case SILENCE_HERE -> "cause.silence.here";
            case SILENCE_HELD -> "cause.silence.held";
            case OWN_SERVER_SILENT -> "cause.ownServer.silent";
            case SILENCE_NEAR -> "cause.silence.near";
            case SILENCE_FAR -> "cause.silence.far";
            case ONLY_LATE -> "cause.late.only";
            case ONE_MESSAGE_BEHIND -> "cause.late.behind";
            case SOME_LATE -> "cause.late.some";
            case LOST_THERE -> "cause.lost.there";
            case LOST_BACK -> "cause.lost.back";
            case DROPPED_BY_SERVER -> "cause.lost.server";
            case REFUSED_BY_LIMITS -> "cause.lost.limited";
            case WENT_SILENT -> "cause.wentSilent";
            case WENT_SILENT_HERE -> "cause.wentSilent.here";
            case SILENT_AT_FIRST_HERE -> "cause.silentAtFirst.here";
            case LOST_WHILE_HELD_UP -> "cause.lost.heldUp";
            case TOO_FEW_PINGS -> "cause.tooFew";
            case UNLIKE_THE_BOOK -> "cause.notBook";
            case UNLIKE_THE_BOOK_HERE -> "cause.notBook.here";
            case SILENT_AT_FIRST -> "cause.silentAtFirst";
            case BURSTS -> "cause.bursts";
            case LIKE_THE_BOOK -> "cause.book";
            case LIKE_THE_BOOKS_PYTHON -> "cause.book.python";
            case LIKE_EITHER_BOOK -> "cause.book.either";
            case NAT_CHANGED -> "cause.nat.changed";
            case NAT -> "cause.nat";
        };
    }

    private static String key(Action action) {
        return switch (action) {
            case CONNECT_THIS_COMPUTER -> "try.connect";
            case CHECK_SPELLING -> "try.spelling";
            case TYPE_ADDRESS -> "try.address.type";
            case CHECK_ADDRESS -> "try.address.check";
            case CHOOSE_IPV4 -> "try.ipv4";
            case ALLOW_SENDING -> "try.allowSending";
            case START_SERVER -> "try.server.start";
            case START_SERVER_HERE -> "try.server.startHere";
            case SWITCH_ON_OWN_SERVER -> "try.ownServer.on";
            case PING_OWN_SERVER -> "try.ownServer.ping";
            case MOVE_OWN_SERVER -> "try.ownServer.move";
            case COMPARE_PORTS -> "try.port.compare";
            case COMPARE_BINDING -> "try.binding";
            case PING_ADDRESS -> "try.address.ping";
            case PING_OTHER_ADDRESS -> "try.address.other";
            case CHECK_FORWARDED_PORT -> "try.port.forwarded";
            case LOOK_FOR_ERROR -> "try.error";
            case COMPARE_MESSAGE -> "try.message";
            case RECEIVE_IN_A_LOOP -> "try.loop";
            case PRINT_MESSAGES -> "try.print";
            case KEEP_SOCKET_OPEN -> "try.socketOpen";
            case COMPUTER_ON -> "try.computerOn";
            case SERVER_STILL_ON -> "try.serverStillOn";
            case SAME_NETWORK -> "try.sameNetwork";
            case PING_AGAIN -> "try.again";
            case ANSWER_FROM_SAME_PORT -> "try.samePort";
            case GIVE_PUBLIC_ADDRESS -> "try.publicAddress";
            case USE_LAN_ADDRESS -> "try.lanAddress";
            case PING_LOOPBACK_THERE -> "try.loopback";
            case PING_ITSELF_THERE -> "try.itself";
            case PING_LAN_THERE -> "try.lan";
            case OPEN_FIREWALL -> "try.firewall";
            case FORWARD_PORT -> "try.forward";
            case OTHER_PROGRAM_AT_PORT -> "try.otherProgram";
            case SEND_TEXT_BACK -> "try.textBack";
            case SEND_SAME_TEXT -> "try.sameText";
            case SEND_BYTES_RECEIVED -> "try.bytesReceived";
            case WAIT_FOR_REPLY -> "try.waitForReply";
            case RAISE_TIMEOUT -> "try.timeout";
            case LOSS_TO_ZERO -> "try.lossToZero";
            case MORE_PINGS -> "try.morePings";
            case RAISE_LIMIT -> "try.limit";
            case OTHER_CONNECTION -> "try.connection";
            case FIREWALL_OF_CLIENT -> "try.firewallHere";
            case SHORTER_PAUSE -> "try.shorterPause";
        };
    }
}
