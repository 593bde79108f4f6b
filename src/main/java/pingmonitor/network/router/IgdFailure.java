package pingmonitor.network.router;

/** A question to a router's UPnP service that brought no answer to work with. */
final class IgdFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    IgdFailure(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** Whether the router gave that number as the reason. */
    boolean is(int code) {
        return refusal.code().isPresent() && refusal.code().getAsInt() == code;
    }
}
