package pingmonitor.router;

/** The result codes of NAT-PMP, RFC 6886 section 3.5. */
final class NatPmpResult {
    private NatPmpResult() {}

    static MappingRefusal refusal(int code) {
        MappingRefusal.Kind kind =
                switch (code) {
                    case 1 -> MappingRefusal.Kind.NOT_OFFERED;
                    case 2 -> MappingRefusal.Kind.NOT_ALLOWED;
                    case 3 -> MappingRefusal.Kind.NO_OUTSIDE;
                    case 4 -> MappingRefusal.Kind.FULL;
                    case 5 -> MappingRefusal.Kind.UNSUPPORTED;
                    default -> MappingRefusal.Kind.OTHER;
                };
        return MappingRefusal.of(kind, code);
    }
}
