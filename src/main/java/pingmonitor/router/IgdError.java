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

    static MappingRefusal refusal(int code, String description) {
        MappingRefusal.Kind kind =
                switch (code) {
                    case NOT_AUTHORIZED -> MappingRefusal.Kind.NOT_ALLOWED;
                    case CONFLICT, CONFLICT_WITH_OTHER -> MappingRefusal.Kind.PORT_TAKEN;
                    case ONLY_PERMANENT_LEASES -> MappingRefusal.Kind.ONLY_PERMANENT;
                    case NO_PORT_MAPS -> MappingRefusal.Kind.FULL;
                    case INVALID_ACTION, NOT_IMPLEMENTED, SAME_PORTS_REQUIRED, ONLY_WILDCARD_PORT ->
                            MappingRefusal.Kind.UNSUPPORTED;
                    default -> MappingRefusal.Kind.OTHER;
                };
        return new MappingRefusal(kind, OptionalInt.of(code), description);
    }
}
