package pingmonitor.ui.results;

/** A short message that the status line shows for some seconds. */
public record Notice(Severity severity, String text) {}
