package pingmonitor.router;

import java.nio.ByteBuffer;
import java.util.List;

/** What a router of PCP or NAT-PMP answers; its clock says 7 s, its address outside is 203.0.113.7. */
final class FakePcp {
    private static final byte[] OUTSIDE = Net.hex("00000000000000000000ffffcb007107");

    private FakePcp() {}

    /** The lifetime a request of PCP asks for. */
    static int lifetime(byte[] request) {
        return ByteBuffer.wrap(request).getInt(4);
    }

    /** The answer of PCP to a request. */
    static byte[] answer(byte[] request, int code, int lifetime, int externalPort) {
        byte[] answer = request.clone();
        ByteBuffer bytes = ByteBuffer.wrap(answer);
        bytes.put(1, (byte) (0x80 | request[1]));
        bytes.put(3, (byte) code);
        bytes.putInt(4, lifetime);
        bytes.putInt(8, 7);
        bytes.put(12, new byte[12]);
        bytes.putShort(42, (short) externalPort);
        bytes.put(44, OUTSIDE);
        return answer;
    }

    /** The answer of NAT-PMP to a request; to one of PCP that it is of another version. */
    static List<byte[]> natPmp(byte[] request) {
        if (request[0] != 0) {
            return List.of(new byte[] {0, (byte) 0x81, 0, 1, 0, 0, 0, 7});
        } else if (request[1] == 0) {
            return List.of(Net.hex("0080 0000 00000007 cb007107"));
        }
        ByteBuffer asked = ByteBuffer.wrap(request);
        return List.of(
                ByteBuffer.allocate(16)
                        .put(Net.hex("0081 0000 00000007"))
                        .putShort(asked.getShort(4))
                        .putShort(asked.getShort(6))
                        .putInt(asked.getInt(8))
                        .array());
    }
}
