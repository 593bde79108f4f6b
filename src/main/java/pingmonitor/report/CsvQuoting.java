package pingmonitor.report;

import java.io.IOException;

/** Lines of comma-separated values (RFC 4180): CR LF at the end, quotes where they are needed. */
final class CsvQuoting {
    private CsvQuoting() {}

    static void line(Appendable out, String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            out.append(i == 0 ? "" : ",").append(quoted(fields[i]));
        }
        out.append("\r\n");
    }

    private static String quoted(String field) {
        boolean needed =
                field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
