package pingmonitor.boot;

/** Why the program cannot run here. */
interface StartupProblem {
    /** What is wrong and what would be right, in lines. */
    String in(BootTexts texts);
}
