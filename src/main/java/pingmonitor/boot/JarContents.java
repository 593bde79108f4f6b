package pingmonitor.boot;

/** What the program could load, looked up by name; nothing is loaded by looking. */
interface JarContents {
    /** Whether there is a resource of that name, such as {@code javafx/application/Application.class}. */
    boolean has(String resource);

    /** The first bytes of a resource; none when there is no such resource or it cannot be read. */
    byte[] head(String resource, int atMost);
}
