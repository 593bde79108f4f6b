/**
 * What people read, in the language of the person: message bundles, the choice of the language, addresses. It uses the
 * JDK alone and imports nothing of ours.
 */
package pingmonitor.text;
