package pingmonitor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Bytes for the standard output, as they are; a print stream itself would go on when nobody takes them any more. */
final class UncodedOutput extends OutputStream {
    private final PrintStream out;

    UncodedOutput(PrintStream out) {
        this.out = out;
    }

    /** Nothing more can be written. */
    static final class LostException extends IOException {
        private static final long serialVersionUID = 1L;

        LostException() {
            super("output closed");
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        if (out.checkError()) {
            throw new LostException();
        }
    }
}
