package pingmonitor.ui.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Reply;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.ColumnWidths;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** The table of the selected run, with one row for each ping. */
public final class PingTableView extends FxmlView {
    private static final int MIN_DIGITS = 3;

    /** Additional width, in em, of a result that tells where a ping was lost. */
    private static final double PLACE_EM = 4.1;

    private final PingTableRows rows = new PingTableRows();
    private final IntegerProperty digits = new SimpleIntegerProperty(MIN_DIGITS);
    private final DoubleProperty placeEm = new SimpleDoubleProperty();
    private final List<RowCopyAction.Column> copied = new ArrayList<>();
    private final PingText words;
    private final TailFollower tail;
    private final Consumer<Notice> told;
    private Optional<SessionView> session = Optional.empty();

    @FXML private TableView<PingTableItem> table;
    @FXML private MenuItem copy;
    @FXML private Label empty;
    @FXML private Label fontProbe;
    @FXML private TableColumn<PingTableItem, PingRow> sequence;
    @FXML private TableColumn<PingTableItem, PingRow> sentAt;
    @FXML private TableColumn<PingTableItem, PingRow> rtt;
    @FXML private TableColumn<PingTableItem, PingRow> result;
    @FXML private TableColumn<PingTableItem, PingRow> reply;
    @FXML private TableColumn<PingTableItem, PingRow> bytes;
    @FXML private TableColumn<PingTableItem, PingRow> from;

    /**
     * @param way what an empty table advises
     * @param told takes the message about what was copied
     */
    public PingTableView(
            RunListModel runs,
            ObservableValue<OwnServerHint> way,
            Locale locale,
            Consumer<Notice> told) {
        super("pings.fxml", Messages.beside(PingTableView.class, locale));
        this.told = told;
        words = new PingText(locale);
        setUpColumns();
        setUpWidths();
        SortedList<PingTableItem> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        RowCopyAction rowCopy = new RowCopyAction(table, copied, this::tellCopied);
        rowCopy.installShortcut();
        copy.setOnAction(event -> rowCopy.copy());
        tail = new TailFollower(table);
        SelectedRunListener.follow(runs, disposables, this::show, this::change);
        disposables.follow(way, now -> empty.setText(whatToDo(now)));
    }

    private String whatToDo(OwnServerHint way) {
        if (way.typed()) {
            return messages.text(way.on() ? "pings.empty.on" : "pings.empty");
        }
        return messages.text(
                way.on() ? "pings.empty.on.elsewhere" : "pings.empty.elsewhere", way.port());
    }

    /** A long run has more rows than the table, which a person who copies all rows has to know. */
    private void tellCopied(int count) {
        long held = rows.size();
        long whole = session.map(SessionView::rowCount).orElse(held);
        told.accept(
                count == held && whole > held
                        ? new Notice(
                                Severity.WARNING, messages.text("pings.copied.newest", held, whole))
                        : new Notice(Severity.SUCCESS, messages.text("pings.copied", count)));
    }

    private void show(Optional<RunModel> selected) {
        session = selected.map(RunModel::session);
        table.getSelectionModel().clearSelection();
        rows.reset(
                selected.map(RunModel::session).map(PingTableView::newestRows).orElse(List.of()));
        countDigits();
        placeEm.set(0);
        selected.map(run -> run.session().statistics()).ifPresent(this::makeRoom);
        boolean running = selected.map(run -> run.runningProperty().get()).orElse(true);
        tail.restart(running);
    }

    private void change(RunChange change) {
        tail.change(() -> rows.apply(change.rows()));
        countDigits();
        makeRoom(change.statistics());
    }

    private void makeRoom(Statistics statistics) {
        placeEm.set(statistics.lossPlaces().known() > 0 ? PLACE_EM : 0);
    }

    private void countDigits() {
        long newest = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).row().sequence();
        digits.set(Math.max(MIN_DIGITS, Long.toString(newest).length()));
    }

    private static List<PingRow> newestRows(SessionView session) {
        long count = session.rowCount();
        return session.rows(Math.max(0, count - PingTableRows.CAP), count);
    }

    private void setUpColumns() {
        Comparator<PingRow> inOrder = Comparator.comparingLong(PingRow::sequence);
        setUp(sequence, row -> Long.toString(row.sequence()), inOrder);
        setUp(sentAt, words::sentAt, Comparator.comparing(PingRow::sentAt));
        setUp(rtt, words::rtt, Comparator.comparingLong(PingTableView::rttOrLongest));
        setUp(
                result,
                words::result,
                Comparator.comparing(PingRow::state).thenComparingInt(PingTableView::placeOrNone));
        result.setCellFactory(column -> new ResultCell(words));
        setUp(reply, words::reply, Comparator.comparing(words::reply));
        setUp(bytes, words::bytes, Comparator.comparingInt(PingTableView::replyBytes));
        setUp(from, words::from, Comparator.comparing(words::from));
    }

    private void setUp(
            TableColumn<PingTableItem, PingRow> column,
            Function<PingRow, String> text,
            Comparator<PingRow> order) {
        copied.add(new RowCopyAction.Column(column.getText(), text));
        column.setCellValueFactory(features -> features.getValue().rowProperty());
        column.setCellFactory(unused -> new TextCell(text));
        column.setComparator(order);
    }

    private void setUpWidths() {
        ColumnWidths widths = new ColumnWidths(table, fontProbe.fontProperty());
        widths.fixDigits(sequence, digits);
        widths.fix(sentAt, 7.8, 8.6);
        widths.fix(rtt, 6.4, 6.6);
        widths.fix(result, 8.6, 14.5, placeEm);
        widths.fix(bytes, 4.7, 4.8);
        widths.fix(from, 9, 11);
        widths.fill(reply, 6);
    }

    /** A ping without an RTT sorts behind all others. */
    private static long rttOrLongest(PingRow row) {
        return row.rttNanos().orElse(Long.MAX_VALUE);
    }

    private static int placeOrNone(PingRow row) {
        return row.lostWhere().map(LossLocation::ordinal).orElse(-1);
    }

    private static int replyBytes(PingRow row) {
        return row.reply().map(Reply::bytes).orElse(0);
    }
}
