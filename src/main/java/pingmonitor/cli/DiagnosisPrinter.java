package pingmonitor.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pingmonitor.diagnosis.Diagnosis;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.SignWatch;
import pingmonitor.session.SessionView;

/**
 * Says what may be wrong with a run: while it goes on, where the sign is clear, and at its end, unless that is the
 * same.
 */
final class DiagnosisPrinter {
    /** How findings are printed. */
    @FunctionalInterface
    interface Form {
        List<String> lines(List<Finding> findings, int port);
    }

    private final SessionView session;
    private final Examiner examiner;
    private final Form form;
    private final AtomicReference<List<Finding>> told = new AtomicReference<>(List.of());
    private final SignWatch watch = new SignWatch();
    private boolean sign;
    private volatile boolean signSeen;

    DiagnosisPrinter(SessionView session, Examiner examiner, Form form) {
        this.session = session;
        this.examiner = examiner;
        this.form = form;
    }

    /** Whether the event that the session has just taken makes a clear sign; to be asked after each. */
    boolean showsASign() {
        boolean before = sign;
        sign = watch.look(session.statistics());
        signSeen |= sign;
        return sign && !before;
    }

    /** What there is to say after the run, to be printed behind what was said at a clear sign. */
    Supplier<List<String>> atTheEnd(BooleanSupplier stopped) {
        if (signSeen) {
            return () -> news(stopped);
        }
        // Found out here and not by who prints: that one has the summary to print meanwhile.
        List<String> news = news(stopped);
        return () -> news;
    }

    /** What there is to say now that was not said before; may take two seconds after the end of a run. */
    List<String> news(BooleanSupplier stopped) {
        if (!Diagnosis.worthwhile(session)) {
            return List.of();
        }
        AtomicReference<List<Finding>> found = new AtomicReference<>(List.of());
        examiner.examine(session, stopped, found::set);
        List<Finding> findings = found.get();
        boolean news = !findings.isEmpty() && !findings.equals(told.getAndSet(findings));
        return news ? form.lines(findings, session.plan().port()) : List.of();
    }
}
