package pingmonitor.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of the system as it may behave, run as a process of its own. */
final class CommandForTests {
    static final String ROUTE = "0.0.0.0 0.0.0.0 192.168.0.1 192.168.0.14 35";

    private static final String TEST_CLASSES = Path.of("target", "test-classes").toString();

    private CommandForTests() {}

    /** The command line that behaves in a manner. */
    static List<String> that(String... manner) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        command.addAll(List.of(TEST_CLASSES, CommandForTests.class.getName()));
        command.addAll(List.of(manner));
        return List.copyOf(command);
    }

    /** Prints, fails, hangs or floods. */
    public static void main(String[] manner) throws IOException, InterruptedException {
        OutputStream out = System.out;
        switch (manner[0]) {
            case "prints":
                String table = "Endereço de rede, Máscara, Padrão\r\n" + ROUTE + "\r\n";
                out.write(table.getBytes(Charset.forName(manner[1])));
                break;
            case "fails":
                out.write((ROUTE + "\r\n").getBytes(Charset.defaultCharset()));
                out.flush();
                System.exit(1);
                break;
            case "asks":
                out.write(("read " + System.in.read() + "\n").getBytes(Charset.defaultCharset()));
                break;
            case "hangs":
                Thread.sleep(Long.MAX_VALUE);
                break;
            default:
                byte[] much = new byte[1 << 16];
                while (!System.out.checkError()) {
                    out.write(much);
                }
        }
        out.flush();
    }
}
