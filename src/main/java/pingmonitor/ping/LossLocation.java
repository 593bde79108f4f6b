package pingmonitor.ping;

/** Where a ping's way ended, as far as server and client together know it. */
public enum LossLocation {
    /** Answered, and the reply came, on time or late. */
    ANSWERED,
    /** Lost on the way there: it never reached the server. */
    FORWARD_PATH,
    /** Dropped on purpose, by the server's loss setting. */
    SERVER,
    /** Refused by the server's limits against abuse. */
    LIMITED,
    /** Answered, and the reply was lost on the way back. */
    RETURN_PATH
}
