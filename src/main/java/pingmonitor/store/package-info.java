/**
 * Kept runs: the file of a run, written while it goes on and read page by page, and the folder of all of them: its
 * history, what was deleted, and the limit on disk space. Alone writes runs.
 */
package pingmonitor.store;
