package pingmonitor.echo;

/**
 * What can be changed while the server runs.
 *
 * @param generation grows with each new seed, also when it is the same one again
 */
record Conduct(Impairments impairments, long seed, long generation) {
    Conduct with(Impairments changed) {
        return new Conduct(changed, seed, generation);
    }

    Conduct reseeded(long newSeed) {
        return new Conduct(impairments, newSeed, generation + 1);
    }
}
