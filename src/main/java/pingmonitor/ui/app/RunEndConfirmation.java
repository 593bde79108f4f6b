package pingmonitor.ui.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.ping.RunGuard;

/**
 * Asks before a key ends a long run, and before the program ends with unsaved pings. The run goes on while it asks.
 */
final class RunEndConfirmation implements RunGuard {
    /** A run up to this age is ended without a question: it is soon done again. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Number of unsaved pings that may be lost without a question: they are soon sent again. */
    private static final int MAX_UNASKED_PINGS = 100;

    private final RunListModel runs;
    private final QuestionPage question;
    private final Messages messages;
    private final Runnable saving;
    private Optional<RunModel> asked = Optional.empty();

    /**
     * @param saving asks where to save the selected run
     */
    RunEndConfirmation(
            RunListModel runs, QuestionPage question, Messages messages, Runnable saving) {
        this.runs = runs;
        this.question = question;
        this.messages = messages;
        this.saving = saving;
    }

    @Override
    public void beforeStopping(Runnable stop) {
        beforeEnding(messages.text("question.stop"), messages.text("question.stop.stop"), stop);
    }

    @Override
    public void beforeAnother(Runnable start) {
        beforeEnding(
                messages.text("question.another"), messages.text("question.another.start"), start);
    }

    /** Quits; where many pings are unsaved, only after the person has agreed. */
    void beforeQuitting(Runnable quit) {
        List<RunModel> unsaved =
                runs.all().stream().filter(run -> run.unsavedPings() > MAX_UNASKED_PINGS).toList();
        if (unsaved.isEmpty()) {
            quit.run();
            return;
        }
        asked = Optional.empty();
        RunModel newest = unsaved.get(unsaved.size() - 1);
        question.ask(
                messages.text("question.quit"),
                whatIsLost(unsaved),
                messages.text("question.quit.stay"),
                List.of(
                        new QuestionPage.Answer(
                                messages.text("question.quit.save"), false, () -> save(newest)),
                        new QuestionPage.Answer(messages.text("question.quit.quit"), true, quit)));
    }

    /** Takes a question whether to end a run back when that run has ended by itself. */
    void activeIs(Optional<RunModel> active) {
        if (asked.isPresent() && !asked.equals(active)) {
            asked = Optional.empty();
            question.takeBack();
        }
    }

    private void beforeEnding(String title, String answer, Runnable end) {
        Optional<RunModel> active = runs.activeProperty().get();
        if (active.isEmpty() || active.get().age().compareTo(LONG) <= 0) {
            end.run();
            return;
        }
        asked = active;
        RunModel run = active.get();
        question.ask(
                title,
                messages.text(
                        "question.goesOn",
                        Integer.toString(run.number()),
                        run.session().plan().host(),
                        run.session().rowCount()),
                messages.text("question.keep"),
                List.of(new QuestionPage.Answer(answer, true, end)));
    }

    private String whatIsLost(List<RunModel> unsaved) {
        RunModel newest = unsaved.get(unsaved.size() - 1);
        String lost =
                unsaved.size() == 1
                        ? messages.text(
                                "question.quit.one",
                                Integer.toString(newest.number()),
                                newest.session().plan().host(),
                                newest.unsavedPings())
                        : messages.text(
                                "question.quit.more",
                                unsaved.size(),
                                unsaved.stream().mapToLong(RunModel::unsavedPings).sum());
        return runs.activeProperty().get().isPresent()
                ? messages.text("question.quit.running", lost)
                : lost;
    }

    private void save(RunModel run) {
        runs.selectedProperty().set(Optional.of(run));
        saving.run();
    }
}
