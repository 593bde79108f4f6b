package pingmonitor.boot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The class path of this process, and the modules of its runtime. */
final class ClassPath implements JarContents {
    @Override
    public boolean has(String resource) {
        return ClassLoader.getSystemResource(resource) != null;
    }

    @Override
    public byte[] head(String resource, int atMost) {
        byte[] head = new byte[atMost];
        try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
            int length = 0;
            for (int read = 0; in != null && read >= 0 && length < atMost; length += read) {
                read = in.read(head, length, atMost - length);
                if (read < 0) {
                    break;
                }
            }
            return Arrays.copyOf(head, length);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
