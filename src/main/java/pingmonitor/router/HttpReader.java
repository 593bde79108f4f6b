package pingmonitor.router;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one answer of HTTP/1.0 or 1.1. Nothing in it is believed: neither the length it names nor that it ends. What is
 * too long, or no HTTP, is an {@link IOException}.
 */
final class HttpReader {
    static final int MAX_BODY_BYTES = 64 * 1_024;

    private static final int MAX_HEAD_BYTES = 8 * 1_024;
    private static final int MAX_LINE_BYTES = 2 * 1_024;
    private static final int DEVIATIONS = 4;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})\\s*(?:;.*)?");

    private final InputStream in;
    private int headBytes;

    HttpReader(InputStream in) {
        this.in = in;
    }

    HttpAnswer read() throws IOException {
        for (int i = 0; i < DEVIATIONS; i++) {
            Matcher status = STATUS.matcher(line());
            if (!status.matches()) {
                throw new IOException("no HTTP");
            }
            int code = Integer.parseInt(status.group(1));
            Head head = head();
            // "100 Continue" announces the real answer.
            if (code >= 200) {
                return new HttpAnswer(code, body(head));
            }
        }
        throw new IOException("no end of interim answers");
    }

    private record Head(boolean chunked, OptionalInt length) {}

    private Head head() throws IOException {
        boolean chunked = false;
        OptionalInt length = OptionalInt.empty();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("transfer-encoding")) {
                chunked = value.toLowerCase(Locale.ROOT).contains("chunked");
            } else if (name.equals("content-length")) {
                if (!LENGTH.matcher(value).matches()) {
                    throw new IOException("no length");
                }
                length = OptionalInt.of(Integer.parseInt(value));
            }
        }
        return new Head(chunked, length);
    }

    private byte[] body(Head head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (head.chunked()) {
            for (int length = chunkLength(); length > 0; length = chunkLength()) {
                take(length, body);
                if (!line().isEmpty()) {
                    throw new IOException("no end of a chunk");
                }
            }
        } else if (head.length().isPresent()) {
            take(head.length().getAsInt(), body);
        } else {
            body.writeBytes(in.readNBytes(MAX_BODY_BYTES + 1));
        }
        if (body.size() > MAX_BODY_BYTES) {
            throw new IOException("too long");
        }
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        Matcher chunk = CHUNK.matcher(line());
        if (!chunk.matches()) {
            throw new IOException("no chunk");
        }
        return Integer.parseInt(chunk.group(1), 16);
    }

    private void take(int length, ByteArrayOutputStream into) throws IOException {
        if (length > MAX_BODY_BYTES - into.size()) {
            throw new IOException("too long");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut off");
        }
        into.writeBytes(bytes);
    }

    /** A line of the head or between chunks, without its end. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == MAX_LINE_BYTES || ++headBytes > MAX_HEAD_BYTES) {
                throw new IOException("no end of a line");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
