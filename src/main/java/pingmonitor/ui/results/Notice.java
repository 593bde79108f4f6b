package pingmonitor.ui.results;

/** Something to tell the person in passing, in words. */
public record Notice(Severity severity, String text) {}
