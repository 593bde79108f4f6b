package pingmonitor.store;

import java.util.Arrays;
import pingmonitor.ping.Problem;

/** A problem as a run's file has it: by the name of its kind, of which a newer version may have more. */
record KeptProblem(Problem problem) {
    byte[] encode() {
        return put(new FileBytes(), problem).written();
    }

    static KeptProblem decode(FileBytes bytes) throws DamagedFileException {
        return new KeptProblem(get(bytes));
    }

    static FileBytes put(FileBytes bytes, Problem problem) {
        return bytes.put(problem.kind().name()).put(problem.subject()).put(problem.detail());
    }

    static Problem get(FileBytes bytes) throws DamagedFileException {
        String name = bytes.getText();
        Problem.Kind kind =
                Arrays.stream(Problem.Kind.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(Problem.Kind.OTHER);
        return new Problem(kind, bytes.getText(), bytes.getText());
    }
}
