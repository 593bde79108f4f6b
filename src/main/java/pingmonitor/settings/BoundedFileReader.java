package pingmonitor.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of others that ought to be small: one that is not, or never ends, must not take all memory. */
final class BoundedFileReader {
    static final int MOST_BYTES = 1 << 20;

    private BoundedFileReader() {}

    /**
     * The whole file.
     *
     * @throws IOException also when it is larger than {@link #MOST_BYTES}, or not in UTF-8
     */
    static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("larger than " + MOST_BYTES + " bytes: " + file);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }
}
