package pingmonitor.echo;

import java.util.Arrays;
import java.util.BitSet;

/** Distinct port numbers: a few in a list, many as bits, so at most 8 KiB however many there are. */
final class PortSet {
    private static final int FEW = 64;

    private char[] few = new char[2];
    private int size;
    private final BitSet many = new BitSet(0);

    void add(int port) {
        if (contains(port)) {
            return;
        }
        if (size < FEW) {
            if (size == few.length) {
                few = Arrays.copyOf(few, 2 * size);
            }
            few[size] = (char) port;
        } else {
            many.set(port);
        }
        size++;
    }

    int size() {
        return size;
    }

    private boolean contains(int port) {
        for (int i = 0; i < Math.min(size, few.length); i++) {
            if (few[i] == port) {
                return true;
            }
        }
        return many.get(port);
    }
}
