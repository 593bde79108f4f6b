package pingmonitor.ping;

/** How a reply names the ping that it answers: by its number, its time, both, or neither. */
public enum ReplyMatch {
    /**
     * It names number and time: it begins with the ping's text, or with a part of it that shows both, or carries both.
     */
    VERIFIED(true),

    /**
     * It begins with the ping's text, and bytes that are not of this ping follow: the server sends its whole receive
     * buffer, with what an earlier, longer message left in it.
     */
    LEFTOVER(true),

    /** It names the number, and the time less precisely than it was sent. */
    ROUGH_TIME(false),

    /** It names the number together with a time that was not sent. */
    OTHER_TIME(false),

    /** It names the number and no time. */
    NUMBER_ONLY(false),

    /** It names the time and no number. */
    TIME_ONLY(false),

    /** It names the time together with a number that is not the ping's. */
    TIME_WITH_OTHER_NUMBER(false),

    /** It names a number that is not the ping's, and not the time. */
    OTHER_NUMBER(false),

    /** It names neither; it is the reply to the only ping that it can answer. */
    UNNAMED(false);

    private final boolean verified;

    ReplyMatch(boolean verified) {
        this.verified = verified;
    }

    /** Whether the reply names its ping beyond doubt: by number and time. */
    public boolean verified() {
        return verified;
    }
}
