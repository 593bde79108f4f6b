package pingmonitor.router;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** What comes in over a connection until a deadline: one who sends a byte now and then does not hold us up for ever. */
final class TimedInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private final Deadline deadline;

    TimedInput(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!deadline.isPassed()) {
            socket.setSoTimeout(deadline.pieceMillis());
            try {
                return in.read(into, offset, length);
            } catch (SocketTimeoutException nothingYet) {
                continue;
            }
        }
        throw new SocketTimeoutException("too slow");
    }
}
