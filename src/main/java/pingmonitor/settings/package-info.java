/**
 * What the program keeps on the disk for a person between two starts: settings and notes, and the folders where they
 * belong on each system. Files are replaced in one step. It imports {@code ping} and {@code echo} for the types of the
 * settings.
 */
package pingmonitor.settings;
