package pingmonitor.cli;

/** How a command learns that it is to end, and tells how it will. */
interface Ending {
    /** What to do when the person wants an end (Ctrl+C); done at once if that was before. */
    void onStop(Runnable action);

    /** The exit code from now on, should the rest of the command not come to its end. */
    void codeWillBe(int code);
}
