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

    static Refusal refusal(int code) {
        Refusal.Kind kind =
                switch (code) {
                    case UNSUPPORTED_VERSION, UNSUPPORTED_OPCODE -> Refusal.Kind.NOT_OFFERED;
                    case NOT_AUTHORIZED -> Refusal.Kind.NOT_ALLOWED;
                    case UNSUPPORTED_OPTION, UNSUPPORTED_PROTOCOL -> Refusal.Kind.UNSUPPORTED;
                    case NETWORK_FAILURE -> Refusal.Kind.NO_OUTSIDE;
                    case NO_RESOURCES, USER_EXCEEDS_QUOTA -> Refusal.Kind.FULL;
                    case CANNOT_PROVIDE_EXTERNAL -> Refusal.Kind.PORT_TAKEN;
                    case ADDRESS_MISMATCH -> Refusal.Kind.OTHER_ADDRESS;
                    default -> Refusal.Kind.OTHER;
                };
        return Refusal.of(kind, code);
    }
}
