package pingmonitor.peers;

import org.junit.jupiter.api.Tag;

/** With the students' servers in Python, as processes of their own; needs {@code python3}. */
@Tag("peers")
class PythonStudentServersTest extends StudentServerContract {
    @Override
    Program start(StudentServer server) throws Exception {
        return PythonPeers.start(server.file(), "0");
    }
}
