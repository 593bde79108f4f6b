package pingmonitor.peers;

import java.time.Duration;
import java.util.List;

/**
 * What our client says of a server after ten pings.
 *
 * @param host where it is pinged
 * @param needs addresses of this machine without which there is nothing to see
 * @param timeout of each ping: long where all are answered or refused, so that a busy machine is waited for
 * @param pause between a ping's fate and the next ping
 * @param fates a pattern of {@link PingFates} for each run; one run follows the other, against the same program
 * @param duplicates whether each ping has two replies
 * @param causes a pattern of the words of what is found out after the last run, in order
 */
record ServerExpectation(
        String host,
        List<String> needs,
        Duration timeout,
        Duration pause,
        List<String> fates,
        boolean duplicates,
        String causes) {
    private static final Duration PATIENT = Duration.ofSeconds(2);
    private static final Duration MEDIUM = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    /** Of a server whose replies are waited for. */
    static ServerExpectation answering(String... fates) {
        return expecting(PATIENT, fates);
    }

    /** The same for two runs of which the second shows nothing else than the first. */
    static ServerExpectation answeringTwice(String fates) {
        return answering(fates, fates);
    }

    /** Of a server that ends at a ping, whose time-out is waited for. */
    static ServerExpectation ending(String fates) {
        return expecting(MEDIUM, fates);
    }

    /** Of a server that is not where it is looked for. */
    static ServerExpectation refused() {
        return expecting(PATIENT, "x{10}");
    }

    /** Of a server that lets every ping time out. */
    static ServerExpectation unanswering(String fates) {
        return expecting(SHORT, fates);
    }

    private static ServerExpectation expecting(Duration timeout, String... fates) {
        return new ServerExpectation(
                "127.0.0.1", List.of(), timeout, Duration.ZERO, List.of(fates), false, "");
    }

    /** The same, pinged at another address. */
    ServerExpectation at(String other) {
        return new ServerExpectation(other, needs, timeout, pause, fates, duplicates, causes);
    }

    /** The same on a machine with an address. */
    ServerExpectation needing(String address) {
        return new ServerExpectation(
                host, List.of(address), timeout, pause, fates, duplicates, causes);
    }

    /** The same with a pause before each ping but the first. */
    ServerExpectation pausing(Duration between) {
        return new ServerExpectation(host, needs, timeout, between, fates, duplicates, causes);
    }

    /** The same with a second reply to each ping. */
    ServerExpectation withDuplicates() {
        return new ServerExpectation(host, needs, timeout, pause, fates, true, causes);
    }

    /** The same with something found out. */
    ServerExpectation saying(String words) {
        return new ServerExpectation(host, needs, timeout, pause, fates, duplicates, words);
    }
}
