package pingmonitor.peers;

/** With the students' servers in Java. */
class JavaStudentServersTest extends StudentServerContract {
    @Override
    Program start(StudentServer server) {
        return TwinProgram.start(server.name(), server.twin());
    }
}
