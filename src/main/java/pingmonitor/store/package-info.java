/**
 * Kept runs: the file of a run, written while it goes on and read page by page, and the folder of all of them. Alone
 * writes runs. Of ours it may import {@code session}, {@code series} and {@code ping}.
 */
package pingmonitor.store;
