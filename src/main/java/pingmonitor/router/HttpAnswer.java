package pingmonitor.router;

/**
 * What a router's page says.
 *
 * @param status such as 200
 * @param body at most {@link HttpReader#MAX_BODY_BYTES}
 */
record HttpAnswer(int status, byte[] body) {
    static final int OK = 200;

    /** SOAP tells its errors with this one. */
    static final int SERVER_ERROR = 500;
}
