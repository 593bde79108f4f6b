package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathTouchTest {
    private final List<DatagramChannel> opened = new ArrayList<>();

    @Test
    void theSocketIsOpenBeforeTheFirstTouchAndGoneAfterwards() {
        PathTouch path = new PathTouch(this::open);
        assertEquals(1, opened.size());
        assertTrue(opened.get(0).isConnected());
        path.touch();
        path.touch();
        assertEquals(1, opened.size());
        path.close();
        assertFalse(opened.get(0).isOpen());
        path.touch();
    }

    @Test
    void whereThereIsNoneNothingIsTouched() {
        try (PathTouch path =
                new PathTouch(
                        () -> {
                            throw new IOException("Too many open files");
                        })) {
            path.touch();
        }
        assertEquals(List.of(), opened);
    }

    @Test
    void aSocketThatBreaksIsLeftAlone() throws IOException {
        try (PathTouch path = new PathTouch(this::open)) {
            opened.get(0).close();
            path.touch();
            path.touch();
        }
        assertEquals(1, opened.size());
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        opened.add(channel);
        return channel;
    }
}
