package pingmonitor.boot;

/** The resources that the program could load, looked up by name. Looking loads no class. */
interface JarContents {
    /** Whether there is a resource of that name, such as {@code javafx/application/Application.class}. */
    boolean has(String resource);

    /** The first bytes of a resource; none when there is no such resource or it cannot be read. */
    byte[] head(String resource, int atMost);
}
