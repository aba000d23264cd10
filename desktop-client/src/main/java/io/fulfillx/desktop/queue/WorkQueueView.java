package io.fulfillx.desktop.queue;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Toast;
import io.fulfillx.desktop.theme.Words;

import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What waits, in the order it should be done, under four numbers. */
public final class WorkQueueView extends VBox {
    private static final double GAP = 14;
    private static final double TILE_ICON = 38;
    static final KeyCombination TASKS_KEY = new KeyCodeCombination(KeyCode.F4);

    private final Texts texts;
    private final Map<QueueTile, Label> numbers = new EnumMap<>(QueueTile.class);
    private final TextField search = new TextField();
    private final Toast toast = new Toast();
    private final ListView<QueueRow> rows = new ListView<>();
    private final Label byHand = line("", "type-heading");
    private final HBox tasks;

    /**
     * @param openTasks shows what is to be done by hand
     */
    WorkQueueView(Texts texts, WorkQueueModel model, Runnable openTasks) {
        super(GAP);
        this.texts = texts;
        getStyleClass().add("screen");
        search.setPromptText(texts.get("queue.search.prompt"));
        search.setPrefWidth(320);
        model.search().bind(search.textProperty());
        rows.getStyleClass().add("queue");
        rows.setCellFactory(_ -> new QueueCell(texts, model));
        rows.setFocusTraversable(false);
        rows.setPlaceholder(line(texts.get("queue.empty"), "type-title", "muted"));
        tasks = tasks(openTasks);
        getChildren().addAll(tiles(), tasks, bar(), grow(rows));
        model.queue().subscribe(this::show);
        model.feedback().subscribe(this::tell);
        model.chosen().addListener((SetChangeListener<Object>) _ -> rows.refresh());
    }

    private Node tiles() {
        HBox tiles = new HBox(GAP);
        for (QueueTile tile : QueueTile.values()) {
            Label number = line("0", "number");
            numbers.put(tile, number);
            HBox box =
                    new HBox(
                            14,
                            tile.icon().node(TILE_ICON),
                            number,
                            line(texts.get("queue.tile." + tile), "type-line", "muted"));
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add("tile");
            tile.look().paint(box);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setPrefWidth(200);
            tiles.getChildren().add(grow(box));
        }
        return tiles;
    }

    /** What a conflict left to be done comes before new work. */
    private HBox tasks(Runnable open) {
        HBox row =
                new HBox(
                        16,
                        Icon.ATTENTION.node(34),
                        byHand,
                        gap(),
                        new KeyButton(texts.get("queue.tasks.open"), TASKS_KEY, open).small());
        row.getStyleClass().addAll("row", "mark", "tone-attention");
        return row;
    }

    private Node bar() {
        HBox prompt =
                new HBox(
                        16,
                        Icon.SCAN.node(40),
                        line(texts.get("queue.prompt"), "type-heading", "strong"));
        prompt.setAlignment(Pos.CENTER_LEFT);
        HBox bar = new HBox(16, prompt, toast, gap(), search);
        bar.setAlignment(Pos.CENTER_LEFT);
        prompt.visibleProperty().bind(toast.visibleProperty().not());
        prompt.managedProperty().bind(prompt.visibleProperty());
        bar.setMinHeight(64);
        return bar;
    }

    private void show(QueueView queue) {
        if (!rows.getItems().equals(queue.rows())) {
            rows.getItems().setAll(queue.rows());
        }
        for (QueueTile tile : QueueTile.values()) {
            int sum =
                    tile.states().stream()
                            .mapToInt(state -> queue.counts().getOrDefault(state, 0))
                            .sum();
            label(tile).setText(Integer.toString(sum));
        }
        byHand.setText(texts.get("queue.tasks", queue.tasks()));
        Words.show(tasks, queue.tasks() > 0);
    }

    private Label label(QueueTile tile) {
        return Objects.requireNonNull(numbers.get(tile));
    }

    private void tell(Feedback feedback) {
        toast.show(
                feedback.look() == Look.NEUTRAL ? Look.INFO : feedback.look(), feedback.headline());
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    void leaveSearch() {
        search.clear();
        requestFocus();
    }
}
