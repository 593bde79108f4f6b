package pingmonitor.echo;

/**
 * What can be changed while the server runs.
 *
 * @param generation grows with each new seed, also when it is the same one again
 */
record Conduct(Impairments impairments, AbuseLimits limits, long seed, long generation) {
    Conduct with(Impairments changed) {
        return new Conduct(changed, limits, seed, generation);
    }

    Conduct with(AbuseLimits changed) {
        return new Conduct(impairments, changed, seed, generation);
    }

    Conduct reseeded(long newSeed) {
        return new Conduct(impairments, limits, newSeed, generation + 1);
    }
}
