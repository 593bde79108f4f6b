package pingmonitor.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import pingmonitor.settings.Settings;
import pingmonitor.text.Messages;
import pingmonitor.text.TextLanguage;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.LazyValue;
import pingmonitor.ui.common.Overlay;
import pingmonitor.ui.common.ScrollPanes;
import pingmonitor.ui.common.View;
import pingmonitor.ui.common.WrapRow;
import pingmonitor.ui.forward.ForwardSection;
import pingmonitor.ui.ping.PingFormView;
import pingmonitor.ui.results.ChartView;
import pingmonitor.ui.results.ConsoleView;
import pingmonitor.ui.results.DiagnosisView;
import pingmonitor.ui.results.ExportAction;
import pingmonitor.ui.results.Notice;
import pingmonitor.ui.results.PingTableView;
import pingmonitor.ui.results.RunHeadlineView;
import pingmonitor.ui.results.Severity;
import pingmonitor.ui.results.StatusLineView;
import pingmonitor.ui.results.TilesView;
import pingmonitor.ui.server.ServerCardView;
import pingmonitor.ui.server.ServerLogView;

/** The content of the window in one language: puts the features' views in their places. */
final class MainView implements View {
    private static final double USUAL_DIVIDER = 0.684;
    private static final String PORTUGUESE = "pt";
    private static final String ENGLISH = "en";

    private final MainModel models;
    private final Messages messages;
    private final Disposables disposables = new Disposables();
    private final List<View> views = new ArrayList<>();
    private final StackPane root = new StackPane();
    private final PingFormView form;
    private final StatusLineView status;
    private final ExportAction export;
    private final Overlay overlay = new Overlay();
    private final HelpPage help;
    private final RunEndConfirmation protection;
    private final SplitDivider divider;
    private final SidePanel side;

    @FXML private BorderPane frame;
    @FXML private WrapRow topBar;
    @FXML private FontIcon themeIcon;
    @FXML private ToggleButton serverToggle;
    @FXML private RadioMenuItem english;
    @FXML private RadioMenuItem portuguese;
    @FXML private Pane column;
    @FXML private VBox middle;
    @FXML private SplitPane split;
    @FXML private VBox upper;
    @FXML private TabPane tabs;
    @FXML private Tab pingsTab;
    @FXML private Tab consoleTab;
    @FXML private Tab logTab;

    MainView(MainModel models, List<Double> dividers) {
        this.models = models;
        Locale locale = models.look().locale();
        this.messages = Messages.beside(MainView.class, locale);
        this.form =
                keep(new PingFormView(models.form(), models.runStarter(), models.find(), locale));
        this.status = keep(new StatusLineView(models.runs(), locale));
        this.export = new ExportAction(models.runs(), locale, models.saveFolder(), status::tell);
        this.help = new HelpPage(overlay, messages);
        this.protection =
                new RunEndConfirmation(
                        models.runs(), new QuestionPage(overlay, messages), messages, this::save);
        models.runStarter().setGuard(protection);
        disposables.follow(models.runs().activeProperty(), protection::activeIs);
        Parent main = Fxml.load(this, "main.fxml", messages);
        ScrollPane page = scrollable(main);
        this.side = new SidePanel(page, frame, column, middle);
        root.getChildren().addAll(page, overlay.root());
        fill(locale);
        double share = dividers.isEmpty() ? USUAL_DIVIDER : dividers.get(0);
        this.divider = new SplitDivider(split, upper, tabs, share);
        divider.move();
    }

    /** Shares the height between chart and table as at the first start. */
    void usualDivider() {
        divider.want(USUAL_DIVIDER);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void dispose() {
        overlay.close();
        disposables.dispose();
        views.forEach(View::dispose);
    }

    /** Puts the cursor where a person begins. */
    void focus() {
        form.focus();
    }

    /** Shows a warning in the status line. */
    void warn(String text) {
        status.tell(new Notice(Severity.WARNING, text));
    }

    /** Asks where to save the run that is shown. */
    void save() {
        export.save(Optional.of(root.getScene().getWindow()));
    }

    /** Shows the help, or closes it if it is shown. */
    @FXML
    void help() {
        help.toggle();
    }

    /** Whether a page lies over the window. */
    boolean covered() {
        return overlay.isOpen();
    }

    /** Does what Esc means: closes the page over the window, or else stops the run. */
    void escape() {
        if (!overlay.close()) {
            protection.beforeStopping(models.runs()::stop);
        }
    }

    /** Quits; where pings would be lost, only after the person has agreed. */
    void beforeQuitting(Runnable quit) {
        protection.beforeQuitting(quit);
    }

    /** The number of tabs. */
    int tabs() {
        return tabs.getTabs().size();
    }

    /** The index of the tab in front, from 0. */
    int tab() {
        return tabs.getSelectionModel().getSelectedIndex();
    }

    /** Brings a tab to the front. */
    void tab(int index) {
        tabs.getSelectionModel().select(index);
    }

    /** The tasks that can wait until the rest is on the screen, in order; each is to be run once. */
    List<Runnable> afterwards() {
        return List.of(divider::move, this::fillCard, this::fillPings);
    }

    List<Double> dividers() {
        return List.of(divider.wanted());
    }

    /** Changes with {@link #dividers}. */
    Observable dividerMoves() {
        return divider.wantedProperty();
    }

    private void fill(Locale locale) {
        topBar.getChildren().add(0, form.root());
        topBar.breakBefore(form.bar());
        Node chart = keep(new ChartView(models.runs(), locale, this::save)).root();
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox message =
                new VBox(
                        keep(new RunHeadlineView(models.runs(), locale)).root(),
                        keep(new DiagnosisView(
                                        models.runs(),
                                        models.diagnoses(),
                                        models.runStarter()::startTo,
                                        locale))
                                .root());
        message.getStyleClass().add("message-frame");
        upper.getChildren()
                .addAll(keep(new TilesView(models.runs(), locale)).root(), chart, message);
        fillWhenSeen(consoleTab, () -> console(locale));
        fillWhenSeen(logTab, () -> new ServerLogView(models.server(), locale));
        frame.setBottom(status.root());
        disposables.join(serverToggle.selectedProperty(), models.serverPanelOpen());
        side.show(Optional.of(placeOfCard()).filter(place -> models.serverPanelOpen().get()));
        disposables.follow(
                models.look().themeProperty(),
                theme ->
                        themeIcon.setIconCode(
                                theme == Settings.Theme.DARK ? Feather.SUN : Feather.MOON));
        boolean isPortuguese = TextLanguage.isPortuguese(locale);
        portuguese.setSelected(isPortuguese);
        english.setSelected(!isPortuguese);
    }

    private View console(Locale locale) {
        ConsoleView console = new ConsoleView(models.runs(), locale, export);
        disposables.follow(consoleTab.selectedProperty(), console::setShown);
        return console;
    }

    private void fillPings() {
        pingsTab.setContent(
                keep(new PingTableView(
                                models.runs(),
                                models.ownServerHint(),
                                messages.locale(),
                                status::tell))
                        .root());
    }

    private void fillCard() {
        LazyValue<Region> card =
                new LazyValue<>(() -> (Region) keep(card(messages.locale())).root());
        disposables.follow(
                models.serverPanelOpen(),
                open -> side.show(open ? Optional.of(card.get()) : Optional.empty()));
    }

    private View card(Locale locale) {
        View reach = new ForwardSection(models.forward(), overlay, locale);
        return new ServerCardView(models.server(), overlay, reach, locale);
    }

    private void fillWhenSeen(Tab tab, Supplier<View> content) {
        tab.setOnSelectionChanged(
                event -> {
                    if (tab.isSelected() && tab.getContent() == null) {
                        tab.setContent(keep(content.get()).root());
                    }
                });
    }

    /** A placeholder of the card's width and colour, so that nothing moves when the card comes. */
    private static Region placeOfCard() {
        Region place = new Region();
        place.getStyleClass().add("server-card");
        return place;
    }

    /** At a projector's text sizes not everything fits: then the page scrolls. */
    private static ScrollPane scrollable(Parent main) {
        ScrollPane scroll = new ScrollPane(main);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setId("pageScroll");
        scroll.getStyleClass().add("edge-to-edge");
        ScrollPanes.drawOnlyChanges(scroll);
        return scroll;
    }

    private <V extends View> V keep(V view) {
        views.add(view);
        return view;
    }

    @FXML
    private void toggleTheme() {
        models.look().toggleTheme();
    }

    @FXML
    private void speakEnglish() {
        models.look().speak(ENGLISH);
    }

    @FXML
    private void speakPortuguese() {
        models.look().speak(PORTUGUESE);
    }
}
