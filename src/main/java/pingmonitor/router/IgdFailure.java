package pingmonitor.router;

/** A question to a router's UPnP service that brought no answer to work with. */
final class IgdFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient MappingRefusal refusal;
    private final boolean unclear;

    IgdFailure(MappingRefusal refusal) {
        this(refusal, false);
    }

    private IgdFailure(MappingRefusal refusal, boolean unclear) {
        super(refusal.toString());
        this.refusal = refusal;
        this.unclear = unclear;
    }

    /** The same of a change that may have been made: only a number of the router's says that it was not. */
    IgdFailure ofChange() {
        return new IgdFailure(refusal, refusal.code().isEmpty());
    }

    /** Whether the router may have done what it was asked for. */
    boolean isUnclear() {
        return unclear;
    }

    MappingRefusal refusal() {
        return refusal;
    }

    /** Whether the router gave that number as the reason. */
    boolean is(int code) {
        return refusal.code().isPresent() && refusal.code().getAsInt() == code;
    }
}
