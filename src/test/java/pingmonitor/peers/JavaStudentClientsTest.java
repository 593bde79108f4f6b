package pingmonitor.peers;

/** With the students' clients in Java. */
class JavaStudentClientsTest extends StudentClientContract {
    @Override
    Program start(StudentClient client, int port) {
        return TwinProgram.start(client.name(), client.twin().against(port));
    }
}
