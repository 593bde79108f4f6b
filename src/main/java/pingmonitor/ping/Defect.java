package pingmonitor.ping;

/** A defect of the program that was caught on one thread and ends the run on another. */
final class Defect {
    private Defect() {}

    /**
     * Throws it as it is.
     *
     * @param defect no checked exception
     */
    static RuntimeException rethrown(Throwable defect) {
        if (defect instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) defect;
    }
}
