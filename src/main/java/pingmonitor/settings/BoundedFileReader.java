package pingmonitor.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small files of others. One that is too large, or never ends, is an error and does not fill the memory. */
final class BoundedFileReader {
    static final int MAX_BYTES = 1 << 20;

    private BoundedFileReader() {}

    /**
     * The whole file.
     *
     * @throws IOException also when it is larger than {@link #MAX_BYTES}, or not in UTF-8
     */
    static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("larger than " + MAX_BYTES + " bytes: " + file);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }
}
