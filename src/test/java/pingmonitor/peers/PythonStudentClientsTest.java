package pingmonitor.peers;

import org.junit.jupiter.api.Tag;

/** With the students' clients in Python, as processes of their own; needs {@code python3}. */
@Tag("peers")
class PythonStudentClientsTest extends StudentClientContract {
    @Override
    Program start(StudentClient client, int port) throws Exception {
        return PythonPeers.start(client.file(), Integer.toString(port));
    }
}
