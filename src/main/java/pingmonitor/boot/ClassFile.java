package pingmonitor.boot;

/** The beginning of a class file. */
final class ClassFile {
    static final int HEAD_BYTES = 8;

    /** Java 1 wrote version 45, Java 8 writes 52. */
    private static final int BEFORE_JAVA_1 = 44;

    private ClassFile() {}

    /** The oldest Java that can read the class, 0 when it is none. */
    static int javaFor(byte[] head) {
        if (head.length < HEAD_BYTES) {
            return 0;
        }
        return ((head[6] & 0xff) << 8 | head[7] & 0xff) - BEFORE_JAVA_1;
    }
}
