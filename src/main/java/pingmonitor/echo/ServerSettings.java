package pingmonitor.echo;

/**
 * What can be changed while the server runs.
 *
 * @param generation grows with each new seed, also when it is the same one again
 */
record ServerSettings(Impairments impairments, AbuseLimits limits, long seed, long generation) {
    ServerSettings with(Impairments changed) {
        return new ServerSettings(changed, limits, seed, generation);
    }

    ServerSettings with(AbuseLimits changed) {
        return new ServerSettings(impairments, changed, seed, generation);
    }

    ServerSettings reseeded(long newSeed) {
        return new ServerSettings(impairments, limits, newSeed, generation + 1);
    }
}
