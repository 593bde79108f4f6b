package pingmonitor.router;

import java.util.OptionalInt;

/** The error codes of WANIPConnection 1 and 2. */
final class IgdError {
    static final int INVALID_ACTION = 401;
    static final int NOT_IMPLEMENTED = 602;
    static final int NOT_AUTHORIZED = 606;
    static final int NO_SUCH_ENTRY = 714;
    static final int ONLY_PERMANENT_LEASES = 725;

    private static final int CONFLICT = 718;
    private static final int SAME_PORTS_REQUIRED = 724;
    private static final int ONLY_WILDCARD_PORT = 727;
    private static final int NO_PORT_MAPS = 728;
    private static final int CONFLICT_WITH_OTHER = 729;

    private IgdError() {}

    static Refusal refusal(int code, String description) {
        Refusal.Kind kind =
                switch (code) {
                    case NOT_AUTHORIZED -> Refusal.Kind.NOT_ALLOWED;
                    case CONFLICT, CONFLICT_WITH_OTHER -> Refusal.Kind.PORT_TAKEN;
                    case ONLY_PERMANENT_LEASES -> Refusal.Kind.ONLY_PERMANENT;
                    case NO_PORT_MAPS -> Refusal.Kind.FULL;
                    case INVALID_ACTION, NOT_IMPLEMENTED, SAME_PORTS_REQUIRED, ONLY_WILDCARD_PORT ->
                            Refusal.Kind.UNSUPPORTED;
                    default -> Refusal.Kind.OTHER;
                };
        return new Refusal(kind, OptionalInt.of(code), description);
    }
}
