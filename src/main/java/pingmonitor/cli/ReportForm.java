package pingmonitor.cli;

/** In what form a report is written. */
enum ReportForm {
    TEXT("--text"),
    JSON("--json"),
    CSV("--csv"),
    HTML("--html"),
    PCAPNG("--pcapng");

    private final String option;

    ReportForm(String option) {
        this.option = option;
    }

    /** The option that asks for it. */
    String option() {
        return option;
    }

    /** Whether a terminal cannot show it. */
    boolean isBinary() {
        return this == PCAPNG;
    }
}
