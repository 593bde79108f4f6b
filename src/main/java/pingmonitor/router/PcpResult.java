package pingmonitor.router;

/** The result codes of PCP, RFC 6887 section 7.4. */
final class PcpResult {
    static final int SUCCESS = 0;
    static final int UNSUPPORTED_VERSION = 1;
    static final int NOT_AUTHORIZED = 2;
    static final int UNSUPPORTED_OPCODE = 4;
    static final int UNSUPPORTED_OPTION = 5;
    static final int NETWORK_FAILURE = 7;
    static final int NO_RESOURCES = 8;
    static final int UNSUPPORTED_PROTOCOL = 9;
    static final int USER_EXCEEDS_QUOTA = 10;
    static final int CANNOT_PROVIDE_EXTERNAL = 11;
    static final int ADDRESS_MISMATCH = 12;

    private PcpResult() {}

    static MappingRefusal refusal(int code) {
        MappingRefusal.Kind kind =
                switch (code) {
                    case UNSUPPORTED_VERSION, UNSUPPORTED_OPCODE -> MappingRefusal.Kind.NOT_OFFERED;
                    case NOT_AUTHORIZED -> MappingRefusal.Kind.NOT_ALLOWED;
                    case UNSUPPORTED_OPTION, UNSUPPORTED_PROTOCOL ->
                            MappingRefusal.Kind.UNSUPPORTED;
                    case NETWORK_FAILURE -> MappingRefusal.Kind.NO_OUTSIDE;
                    case NO_RESOURCES, USER_EXCEEDS_QUOTA -> MappingRefusal.Kind.FULL;
                    case CANNOT_PROVIDE_EXTERNAL -> MappingRefusal.Kind.PORT_TAKEN;
                    case ADDRESS_MISMATCH -> MappingRefusal.Kind.OTHER_ADDRESS;
                    default -> MappingRefusal.Kind.OTHER;
                };
        return MappingRefusal.of(kind, code);
    }
}
