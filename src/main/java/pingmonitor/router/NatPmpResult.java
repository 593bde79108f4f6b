package pingmonitor.router;

/** The result codes of NAT-PMP, RFC 6886 section 3.5. */
final class NatPmpResult {
    private NatPmpResult() {}

    static Refusal refusal(int code) {
        Refusal.Kind kind =
                switch (code) {
                    case 1 -> Refusal.Kind.NOT_OFFERED;
                    case 2 -> Refusal.Kind.NOT_ALLOWED;
                    case 3 -> Refusal.Kind.NO_OUTSIDE;
                    case 4 -> Refusal.Kind.FULL;
                    case 5 -> Refusal.Kind.UNSUPPORTED;
                    default -> Refusal.Kind.OTHER;
                };
        return Refusal.of(kind, code);
    }
}
