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
        return text(finding.cause().key(), finding.facts());
    }

    /** One thing to try. */
    public String of(Step step) {
        return text(step.action().key(), step.facts());
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
}
